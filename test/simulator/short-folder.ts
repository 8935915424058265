import { mkdtempSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A new folder in which sockets can be made. On a Mac a socket's path may have 103 bytes, and the folder that TMPDIR names has about
 * 50 of its own; what lies below a home folder needs 62.
 */
export const makeShortFolder = (prefix: string): string => mkdtempSync(join(realpathSync('/tmp'), prefix));
