import type * as Toml from 'smol-toml';
import { failure, type Outcome, success } from '../../core/outcome';
import type { JsonObject } from '../../core/text/json';
import { loadLibrary } from './load-library';

/** The usual file has three. */
const deepest = 64;

/** A TOML file of settings, by name. The parser's own reason is dropped: it quotes the text. */
export const parseTomlSettings = (text: string): Outcome<JsonObject> => {
  try {
    return success(loadLibrary<typeof Toml>('smol-toml').parse(text, { maxDepth: deepest }));
  } catch {
    return failure('no-toml', 'it is not the TOML that it should be');
  }
};
