import { describe } from 'vitest';
import { describeAxe } from './harness/axe';

describe('with increased contrast', () => describeAxe('more'));
