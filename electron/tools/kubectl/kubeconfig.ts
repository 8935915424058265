import { isJsonObject, type JsonObject } from '../../core/text/json';
import { shownName } from '../common/common-credentials';
import { textFormat } from '../common/file-format';
import { jwtEnd } from '../formats/jwt-end';
import { readYaml } from '../formats/read-yaml';
import { certificateEnd } from '../formats/x509-end';

/** How a user of a kubeconfig logs in, without tokens, keys and passwords. Times in milliseconds since 1970. */
export type KubeLogin =
  | {
      readonly kind: 'exec';
      readonly command: string;
      readonly profile: string | null;
      readonly keepsInKeyring: boolean;
      readonly words: readonly string[];
    }
  | { readonly kind: 'certificate'; readonly endsAt: number | null }
  | { readonly kind: 'certificate-file'; readonly path: string }
  | { readonly kind: 'token'; readonly endsAt: number | null }
  | { readonly kind: 'token-file'; readonly path: string }
  | { readonly kind: 'password' }
  | { readonly kind: 'auth-provider'; readonly name: string }
  | { readonly kind: 'none' };

export interface Kubeconfig {
  readonly currentContext: string | null;
  /** User by context. */
  readonly contexts: ReadonlyMap<string, string>;
  readonly users: ReadonlyMap<string, KubeLogin>;
}

/**
 * Reads a kubeconfig.
 *
 * @param folder macOS path of the file's folder: paths in the file are relative to it.
 * @returns null when it is none. What the parser would say of it is dropped: it quotes the text.
 */
export const parseKubeconfig = (text: string, folder: string): Kubeconfig | null => {
  const read = readYaml(text, { schema: 'core' });
  const config = read.ok ? read.value : null;
  if (!isJsonObject(config)) return null;
  const { contexts, users } = config;
  if (!isList(contexts) || !isList(users)) return null;
  return {
    currentContext: shownName(config['current-context']),
    contexts: new Map(
      named(contexts, 'context').flatMap(({ name, value }): [string, string][] => {
        const user = shownName(value.user);
        return user === null ? [] : [[name, user]];
      }),
    ),
    users: new Map(named(users, 'user').map(({ name, value }) => [name, loginOf(value, folder)])),
  };
};

const isList = (value: unknown): boolean => value === undefined || value === null || Array.isArray(value);

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Milliseconds since 1970; null when it is no certificate or tells no end. */
const certificateEndOrNull = (pem: Buffer): number | null => {
  const end = certificateEnd(pem);
  return end.ok ? end.value : null;
};

/** The first of a name counts, as in client-go. */
const named = (list: unknown, member: string): { readonly name: string; readonly value: JsonObject }[] => {
  const seen = new Map<string, JsonObject>();
  for (const entry of Array.isArray(list) ? list : []) {
    if (!isJsonObject(entry) || !isJsonObject(entry[member])) continue;
    const name = shownName(entry.name);
    if (name !== null && !seen.has(name)) seen.set(name, entry[member]);
  }
  return [...seen].map(([name, value]) => ({ name, value }));
};

/** client-go sends a certificate along with whatever else there is; a login by program, token or password comes first. */
const loginOf = (user: JsonObject, folder: string): KubeLogin => {
  if (isJsonObject(user.exec)) return execOf(user.exec);
  const certificate = textOf(user['client-certificate-data']);
  if (certificate !== null)
    return { kind: 'certificate', endsAt: certificateEndOrNull(Buffer.from(certificate, 'base64')) };
  const certificatePath = textOf(user['client-certificate']);
  if (certificatePath !== null) return { kind: 'certificate-file', path: pathIn(folder, certificatePath) };
  const tokenPath = textOf(user.tokenFile);
  if (tokenPath !== null) return { kind: 'token-file', path: pathIn(folder, tokenPath) };
  const token = textOf(user.token);
  if (token !== null) return { kind: 'token', endsAt: jwtEnd(token) };
  if (isJsonObject(user['auth-provider'])) {
    return { kind: 'auth-provider', name: textOf(user['auth-provider'].name) ?? 'unnamed' };
  }
  return textOf(user.username) === null ? { kind: 'none' } : { kind: 'password' };
};

const plainWords = new Set(['oidc-login', '--oidc-issuer-url', 'azurecli']);

const execOf = (exec: JsonObject): KubeLogin => {
  const words = Array.isArray(exec.args) ? exec.args.filter((word) => typeof word === 'string') : [];
  const variables = Array.isArray(exec.env) ? exec.env.filter(isJsonObject) : [];
  const chosen = variables.find(({ name }) => name === 'AWS_PROFILE')?.value;
  const at = words.indexOf('--profile');
  const flag = words.find((word) => word.startsWith('--profile='))?.slice('--profile='.length);
  return {
    kind: 'exec',
    command: textOf(exec.command) ?? '',
    profile: flag ?? (at >= 0 ? textOf(words[at + 1]) : null) ?? textOf(chosen),
    keepsInKeyring: /--token-cache-storage[= ]keyring/.test(words.join(' ')),
    // Arguments may hold secrets: of them only words that say which program of several it is.
    words: words.map((word) => word.split('=')[0] ?? '').filter((word) => plainWords.has(word)),
  };
};

const pathIn = (folder: string, path: string): string => (path.startsWith('/') ? path : `${folder}/${path}`);

export const kubeconfigFormat = textFormat({
  name: 'kubeconfig',
  syntax: 'yaml',
  largestBytes: 512 * 1024,
  parse: (text, path) => parseKubeconfig(text, path.slice(0, path.lastIndexOf('/'))),
});
