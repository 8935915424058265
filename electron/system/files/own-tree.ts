import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { failure, type Outcome, success } from '../../core/outcome';
import { codeOfError } from '../../core/text/code-of-error';
import type { OwnFolder } from './own-folder';

/** Removes a folder of the user's with all that is in it. A link in it is removed; where it leads, nothing is. */
export const removeTree = async ({ path }: OwnFolder): Promise<Outcome<void, 'not-removed'>> => {
  try {
    await rm(path, { recursive: true, maxRetries: 3 });
    return success(undefined);
  } catch (error) {
    return failure('not-removed', `It cannot be removed: macOS answered ${codeOfError(error)}.`);
  }
};

/** The same without waiting, for what is done as the very last: whoever could be told is gone. */
export const removeTreeNow = ({ path }: OwnFolder): void => {
  try {
    rmSync(path, { recursive: true, maxRetries: 3 });
  } catch {
    // It is looked for again by `latchkey uninstall`.
  }
};
