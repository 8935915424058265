import type { Credential } from '../../core/words/credential';
import { keptInEnvironment, type Verdict } from './verdict';

/** Of a tool: its identifier and its name. */
export type ToolTitle = Pick<Credential, 'tool' | 'name'>;

/** No tool may fill the popover. */
export const greatestCredentialCount = 50;

export const notFound = ({ tool, name }: ToolTitle): Credential => ({
  tool,
  name,
  installed: false,
  store: 'none',
  overSsh: 'unknown',
  status: 'unknown',
  expiry: null,
  reason: `${name} was not found on this Mac.`,
});

/** @param reason names what was looked at and says how to sign in. */
export const signedOut = ({ tool, name }: ToolTitle, reason: string): Credential => ({
  tool,
  name,
  installed: true,
  store: 'none',
  overSsh: 'unknown',
  status: 'signed-out',
  expiry: null,
  reason,
});

interface UnreadableFile {
  readonly path: string;
  readonly reason: string;
}

/** The file that holds the login. */
export const unreadableFile = ({ tool, name }: ToolTitle, { path, reason }: UnreadableFile): Credential => ({
  tool,
  name,
  installed: true,
  store: 'file',
  overSsh: 'unknown',
  status: 'unreadable',
  expiry: null,
  reason: `${path} cannot be read: ${reason}.`,
});

/** A file that says where the login lies: without it not even that is known. */
export const unreadableConfiguration = (title: ToolTitle, file: UnreadableFile): Credential => ({
  ...unreadableFile(title, file),
  store: 'unknown',
});

/** A file beside the login, whose settings are not known then: an entry of its own, so that the login is told as it is. */
export const unreadableBeside = (title: ToolTitle, file: UnreadableFile): Credential => ({
  ...unreadableConfiguration(title, file),
  account: shownName(file.path.split('/').at(-1)) ?? 'settings',
});

/** A login that a variable of this process holds. Another shell may have another environment. */
export const fromEnvironment = (title: ToolTitle, variable: string): Credential =>
  withVerdict(title, keptInEnvironment(variable));

/** A login that is there, without an end. */
export const withVerdict = ({ tool, name }: ToolTitle, { does, ...verdict }: Verdict): Credential => ({
  tool,
  name,
  installed: true,
  expiry: null,
  ...verdict,
  reason: `It ${does}.`,
});

export const searchFailed = ({ tool, name }: ToolTitle, reason: string): Credential => ({
  tool,
  name,
  installed: true,
  store: 'unknown',
  overSsh: 'unknown',
  status: 'unknown',
  expiry: null,
  reason: `The keychain could not be searched. ${reason}`,
});

/** A name out of a file, fit to be shown: one short line. Null when it is no text, or blank. */
export const shownName = (value: unknown): string | null => {
  if (typeof value !== 'string') return null;
  const line = value
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  return line === '' ? null : line.slice(0, 100);
};

/** `{ account }` where there is one, for the optional member of a credential. */
export const forAccount = (account: string | null): { readonly account?: string } =>
  account === null ? {} : { account };
