import type { Credential } from '../../core/words/credential';
import { toMacPath } from '../../system/mac/mac-path';
import { createAws } from '../aws/aws';
import { createAzure } from '../azure/azure';
import { greatestCredentialCount, notFound, unreadableConfiguration } from '../common/common-credentials';
import type { CredentialTool, DescribeCredentials, ToolContext } from '../common/credential-tool';
import { executablePlaces, isAnyThere } from '../common/executables';
import { readInFormat } from '../common/read-in-format';
import { rememberFiles } from '../common/remembered-files';
import { certificateFormat } from '../formats/x509-end';
import { createGcloud } from '../google/gcloud';
import { type Kubeconfig, type KubeLogin, kubeconfigFormat } from './kubeconfig';
import { askedLogin, type KubeTold, keptLogin } from './kubectl-verdict';

const mostFiles = 20;

type ConfigFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'config'; readonly config: Kubeconfig };

interface KubeUser {
  readonly context: string;
  readonly login: KubeLogin;
  readonly path: string;
}

const identity = { tool: 'kubectl', name: 'kubectl', installed: true } as const;

/** kubectl: what the kubeconfig holds, or the login of the program that it asks. */
export const createKubectl = (context: ToolContext): CredentialTool & { readonly id: 'kubectl' } => {
  const { doors } = context;
  const { host } = doors;
  const aws = createAws(context);
  const gcloud = createGcloud(context);
  const azure = createAzure(context);
  const usual = `${host.homeFolder}/.kube/config`;
  const paths = (host.environment.KUBECONFIG || usual)
    .split(':')
    .filter((path) => path !== '')
    .slice(0, mostFiles)
    .map((path) => toMacPath(host, path));

  const readConfig = rememberFiles(doors, async (path): Promise<ConfigFile> => {
    const file = await readInFormat(host, path, kubeconfigFormat);
    if (file.kind !== 'parsed') return file;
    return file.value
      ? { kind: 'config', config: file.value }
      : { kind: 'unreadable', reason: 'it is not what kubectl reads' };
  });
  const readCertificate = rememberFiles(doors, async (path) => {
    const file = await readInFormat(host, path, certificateFormat);
    if (file.kind !== 'parsed') return { reason: file.kind === 'none' ? 'it is not there' : file.reason };
    return file.value.ok ? { endsAt: file.value.value } : { reason: 'it is no certificate' };
  });

  const describeUser = async ({ login, path }: KubeUser): Promise<(now: number) => KubeTold> => {
    if (login.kind !== 'exec') {
      const certificate = login.kind === 'certificate-file' ? await readCertificate(toMacPath(host, login.path)) : null;
      return (now) => keptLogin(login, path, certificate, now);
    }
    const asked = askedLogin(login, host.homeFolder);
    if (asked.of === 'program') return () => asked.told;
    if (asked.of === 'aws') {
      const profile = asked.profile ?? host.environment.AWS_PROFILE ?? 'default';
      const describe = await aws.lookAtProfile(profile);
      return (now) => asking(`aws for profile ${profile}`, describe(now));
    }
    const describe = await (asked.of === 'gcloud' ? gcloud : azure).look();
    return (now) => asking(asked.of === 'gcloud' ? 'gcloud' : 'az', onlyLogin(describe, now));
  };

  return {
    id: 'kubectl',
    name: 'kubectl',
    async look() {
      const [files, isInstalled] = await Promise.all([
        Promise.all(paths.map(async (path) => ({ path, file: await readConfig(path) }))),
        isAnyThere(doors, [...executablePlaces(host, 'kubectl'), ...paths]),
      ]);
      const unreadable = files.flatMap(({ path, file }) =>
        file.kind === 'unreadable'
          ? [
              {
                ...unreadableConfiguration({ tool: 'kubectl', name: 'kubectl' }, { path, reason: file.reason }),
                account: path,
              },
            ]
          : [],
      );
      const users = usersOf(files).slice(0, greatestCredentialCount);
      const described = await Promise.all(
        users.map(async (user) => ({ account: user.context, describe: await describeUser(user) })),
      );
      return (now): readonly Credential[] => {
        const logins = described.map(({ account, describe }) => ({ ...identity, account, ...describe(now) }));
        const all = [...unreadable, ...logins].slice(0, greatestCredentialCount);
        if (all.length > 0) return all;
        return [isInstalled ? withoutContext : notFound({ tool: 'kubectl', name: 'kubectl' })];
      };
    },
  };
};

/** As client-go merges: of each name, and of the current context, the first file's counts. One entry for each user. */
const usersOf = (files: readonly { readonly path: string; readonly file: ConfigFile }[]): readonly KubeUser[] => {
  const contexts = new Map<string, string>();
  const logins = new Map<string, { readonly login: KubeLogin; readonly path: string }>();
  let current: string | null = null;
  for (const { path, file } of files) {
    if (file.kind !== 'config') continue;
    current ??= file.config.currentContext;
    for (const [name, user] of file.config.contexts) if (!contexts.has(name)) contexts.set(name, user);
    for (const [name, login] of file.config.users) if (!logins.has(name)) logins.set(name, { login, path });
  }
  const users = new Map<string, KubeUser>();
  const inOrder = [...contexts].sort(([a], [b]) => Number(b === current) - Number(a === current));
  for (const [name, user] of inOrder) {
    const found = logins.get(user);
    if (found && !users.has(user)) users.set(user, { context: name, ...found });
  }
  return [...users.values()];
};

const asking = (whom: string, told: KubeTold): KubeTold => ({ ...told, reason: `It asks ${whom}. ${told.reason}` });

/** Of several accounts it is not known which one is asked; where they lie is the same. */
const onlyLogin = (describe: DescribeCredentials, now: number): KubeTold => {
  const [first, ...others] = describe(now).map(
    ({ tool: _tool, name: _name, installed: _installed, account: _account, ...told }) => told,
  );
  if (!first)
    return { store: 'unknown', overSsh: 'unknown', status: 'unknown', expiry: null, reason: 'It told nothing.' };
  if (others.length === 0 || first.status === 'unreadable') return first;
  return { ...first, status: 'unknown', expiry: null };
};

const withoutContext: Credential = {
  ...identity,
  store: 'none',
  overSsh: 'unknown',
  status: 'signed-out',
  expiry: null,
  reason: 'No kubeconfig names a context with a user.',
};
