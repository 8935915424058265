import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout, wherever a script was started from. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
