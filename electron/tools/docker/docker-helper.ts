import type { Verdict } from '../common/verdict';

type HelperVerdict = Pick<Verdict, 'store' | 'overSsh'> & { readonly needs: string };

const own = (needs: string, overSsh: Verdict['overSsh'] = 'unknown', store: Verdict['store'] = 'unknown') => ({
  store,
  overSsh,
  needs,
});
const keychain = (needs: string): HelperVerdict => own(needs, 'breaks', 'login-keychain');

/** What each helper keeps its logins in, by its name after `docker-credential-`. */
const helpers: Readonly<Record<string, HelperVerdict>> = {
  osxkeychain: keychain('reads the login keychain'),
  desktop: keychain('is the one of Docker Desktop and reads the login keychain'),
  'ecr-login': own("gets tokens of 12 hours with the AWS CLI's login"),
  gcloud: own("uses Google Cloud's login in ~/.config/gcloud, which no lock guards", 'survives', 'file'),
  gcr: own("uses Google Cloud's login in ~/.config/gcloud, which no lock guards", 'survives', 'file'),
  'acr-env': own('needs variables that are set in the shell', 'unknown', 'environment'),
  'acr-login': own("goes by Azure CLI's login"),
  env: own('needs variables that are set in the shell', 'unknown', 'environment'),
  pass: own('decrypts files in ~/.password-store with GPG, whose agent may have to ask', 'unknown', 'file'),
};

/** Names that a record would answer without having them ("constructor") are no helpers. */
export const dockerHelper = (name: string): HelperVerdict =>
  Object.hasOwn(helpers, name) ? (helpers[name] ?? unknownHelper) : unknownHelper;

const unknownHelper = own('keeps logins where it is not known');

/** docker-credential-helpers osxkeychain.go, and what older versions said (docker-credential-helpers#82). */
export const dockerSymptom =
  'error getting credentials - err: exit status 1, out: `keychain cannot be accessed because the current session does not allow user interaction. The keychain may be locked; unlock it by running "security -v unlock-keychain ~/Library/Keychains/login.keychain-db" and try again` / error storing credentials - err: exit status 1, out: `User interaction is not allowed.`';
