import { failTestsThatPrint } from './refuse-printing';
import './refuse-once';

/** Set up in every vitest project, before each of its files. */
failTestsThatPrint();
