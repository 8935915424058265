import type { Credential } from '../../core/words/credential';
import { statusByEnd } from '../common/end-status';
import { followProgram, programName } from '../common/followed-program';
import type { KubeLogin } from './kubeconfig';

export type KubeTold = Pick<Credential, 'store' | 'overSsh' | 'reason' | 'status' | 'expiry' | 'symptom'>;

/** Which login stands behind a program that kubectl asks: of a tool that Latchkey knows, or what is said of the program. */
export type AskedLogin =
  | { readonly of: 'aws'; readonly profile: string | null }
  | { readonly of: 'gcloud' | 'azure' }
  | { readonly of: 'program'; readonly told: KubeTold };

const noExpiry = { status: 'unknown', expiry: null } as const;

type ExecLogin = Extract<KubeLogin, { kind: 'exec' }>;

export const askedLogin = (login: ExecLogin, homeFolder: string): AskedLogin => {
  const name = programName(login.command);
  if (name === 'aws' || name === 'aws-iam-authenticator') return { of: 'aws', profile: login.profile };
  if (name === 'gke-gcloud-auth-plugin' || name === 'gcloud') return { of: 'gcloud' };
  if (name === 'az') return { of: 'azure' };
  if (
    login.words.includes('oidc-login') ||
    login.words.includes('--oidc-issuer-url') ||
    name === 'kubectl-oidc_login'
  ) {
    return { of: 'program', told: ofOidcLogin(name, login.keepsInKeyring, homeFolder) };
  }
  if (name === 'kubelogin') {
    if (login.words.includes('azurecli')) return { of: 'azure' };
    return {
      of: 'program',
      told: inFile(`It asks kubelogin, which caches its tokens in ${homeFolder}/.kube/cache/kubelogin.`),
    };
  }
  const followed = followProgram(name);
  if (followed) {
    const { clause, ...told } = followed;
    return { of: 'program', told: { ...noExpiry, ...told, reason: `It asks ${name}, which ${clause}.` } };
  }
  const reason = `It asks ${name || 'a program without a name'}, and where that keeps its login is not known.`;
  return { of: 'program', told: { ...noExpiry, store: 'unknown', overSsh: 'unknown', reason } };
};

const inFile = (reason: string): KubeTold => ({ ...noExpiry, store: 'file', overSsh: 'survives', reason });

const ofOidcLogin = (name: string, keepsInKeyring: boolean, homeFolder: string): KubeTold =>
  keepsInKeyring
    ? {
        ...noExpiry,
        store: 'login-keychain',
        overSsh: 'breaks',
        reason: `It asks ${name}, which was told with --token-cache-storage to keep its tokens in the keychain.`,
        symptom: 'User interaction is not allowed. (-25308)',
      }
    : inFile(`It asks ${name}, which keeps its tokens in ${homeFolder}/.kube/cache/oidc-login.`);

/** A login that stands in the kubeconfig itself, or in a file that it names. */
export const keptLogin = (
  login: Exclude<KubeLogin, ExecLogin>,
  kubeconfigPath: string,
  certificate: { readonly endsAt: number } | { readonly reason: string } | null,
  now: number,
): KubeTold => {
  const uses = `It uses ${kubeconfigPath}, which no lock guards.`;
  switch (login.kind) {
    case 'certificate':
      if (login.endsAt === null) return unreadable(`The certificate in ${kubeconfigPath} cannot be read.`);
      return { ...inFile(uses), ...statusByEnd('certificate', login.endsAt, now), symptom: endedSymptom };
    case 'certificate-file': {
      const ofFile = `It uses ${login.path}, which no lock guards.`;
      if (certificate === null) return inFile(ofFile);
      if ('reason' in certificate) return unreadable(`${login.path} cannot be read: ${certificate.reason}.`);
      return { ...inFile(ofFile), ...statusByEnd('certificate', certificate.endsAt, now), symptom: endedSymptom };
    }
    case 'token':
      if (login.endsAt === null) return inFile(`${uses} Its token has no end date on disk.`);
      return { ...inFile(uses), ...statusByEnd('access-token', login.endsAt, now), symptom: endedSymptom };
    case 'token-file':
      return inFile(`It uses ${login.path}, which no lock guards and something else renews.`);
    case 'password':
      return inFile(`${uses} A password has no end date on disk.`);
    case 'auth-provider':
      return inFile(`${uses} Its provider ${login.name} is one that kubectl no longer knows.`);
    default:
      return {
        ...noExpiry,
        store: 'none',
        overSsh: 'unknown',
        status: 'signed-out',
        reason: `${kubeconfigPath} names no login.`,
      };
  }
};

const endedSymptom = 'You must be logged in to the server (Unauthorized)';

const unreadable = (reason: string): KubeTold => ({
  store: 'file',
  overSsh: 'unknown',
  status: 'unreadable',
  expiry: null,
  reason,
});
