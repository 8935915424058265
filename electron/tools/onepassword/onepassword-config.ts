import { failure, type Outcome, success } from '../../core/outcome';
import { isJsonObject, parseJsonObject } from '../../core/text/json';
import { settingsFormat } from '../common/file-format';

/** What 1Password CLI's configuration says of accounts. It holds Secret Keys as well; they go no further than the parser. */
export interface OnePasswordConfig {
  /** The desktop app's integration has been signed in with. */
  readonly usesDesktopApp: boolean;
  /** Accounts that were added to the CLI itself: their short name, else the address they sign in at. */
  readonly accounts: readonly string[];
}

export const parseOnePasswordConfig = (text: string): Outcome<OnePasswordConfig> => {
  const config = parseJsonObject(text);
  if (config === null) return failure('garbled', 'it is not the JSON that 1Password CLI writes');
  const { accounts, system_auth_latest_signin: appSignIn } = config;
  const listed = accounts ?? [];
  const isRight = Array.isArray(listed) && listed.every(isJsonObject) && isTextOrMissing(appSignIn);
  if (!isRight) return failure('garbled', 'it holds values of the wrong kind');
  const names = listed.flatMap(({ shorthand, url }) => [shorthand, url].filter(isName).slice(0, 1));
  return success({ usesDesktopApp: isName(appSignIn), accounts: [...new Set(names)] });
};

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTextOrMissing = (value: unknown): boolean => value === undefined || value === null || typeof value === 'string';

export const onePasswordFormat = settingsFormat({
  name: 'onepassword-config',
  syntax: 'json',
  largestBytes: 64 * 1024,
  parse: parseOnePasswordConfig,
});
