import type { CauseId } from './causes/causes';
import type { CureId } from './causes/cures';
import type { FactName, OverridingSetting, SessionLock } from './facts';
import { readsThroughApple } from './item-writers';
import { mostSkewSeconds } from './limits';
import { type Context, isConcerned, knownFact } from './question';
import { needed } from './questions-of-network';

const networkFacts: readonly FactName[] = ['hosts', 'service', 'clockSkewSeconds'];

type Fits = (context: Context, cause: CauseId) => boolean;

const neverAtEmptyDesk: Fits = (context) => !isNobodyAtDesk(context);

/** Where a cure can work, as things are and from where it is read; one that is not here always can. */
const appliesWhere: { readonly [Id in CureId]?: Fits } = {
  'allow-network-checks': ({ facts }) => networkFacts.some((name) => knownFact(facts, name).kind === 'not-measured'),
  'paste-message': ({ facts }) => facts.message === undefined,
  // The popover is on the desktop.
  'open-unlock-prompt': (context) => sees(context.facts, 'tmux-server') && !isOverSsh(context),
  // Nobody can type inside a daemon; an editor's server has a terminal. What is open there need not be unlocked.
  'unlock-in-ssh-login': (context, cause) =>
    (cause !== 'background-server-locked' || sees(context.facts, 'editor-server')) &&
    !isOpenHere(context) &&
    (!withOpenKeychain.includes(cause) || isLockedSomewhere(context)),
  // Asking its desktop app, op would be as locked out there as the rest.
  'unlock-from-1password': ({ facts }) => {
    const stored = knownFact(facts, 'credentials');
    return (
      stored.kind === 'known' &&
      stored.value.some(({ tool, overSsh }) => tool === 'onepassword' && overSsh === 'survives')
    );
  },
  'unlock-desktop': neverAtEmptyDesk,
  'unlock-with-former-password': neverAtEmptyDesk,
  'start-desktop-tmux': neverAtEmptyDesk,
  'start-from-desktop': neverAtEmptyDesk,
  'answer-keychain-dialog': neverAtEmptyDesk,
  'open-desktop-app': neverAtEmptyDesk,
  'sign-in-on-desktop': neverAtEmptyDesk,
  'build-on-desktop': neverAtEmptyDesk,
  // A certificate's key has no token that could stand in for it.
  'token-of-its-own': ({ tools }) => tools === null || tools.some((tool) => !signing.includes(tool)),
  'open-item-to-tools': ({ tools }) => tools?.some(readsThroughApple) ?? false,
  'replace-docker-helper': (context) => isAboutDocker(context),
  'start-local-program': (context, cause) => cause === 'local-program-not-running' || isAboutDocker(context),
  'keep-unlocked': (context) => !isOverSsh(context) || isOpenHere(context),
  // The lock is somebody's only as long as somebody runs.
  'quit-older-claudes': ({ facts }) => running(facts) !== 0,
  'remove-refresh-lock': ({ facts }) => running(facts) === 0,
  // A clock that is right is no reason for a certificate's dates; one that is wrong is no fault of the service.
  'set-clock': ({ facts }) => !isClockRight(facts),
  'wait-for-service': ({ facts }, cause) => cause !== 'certificate-expired' || isClockRight(facts),
  // Away from the provider lies the tool's own service: no help while that fails. A file's setting no shell can unset.
  'unset-variable': (context, cause) =>
    (cause !== 'provider-in-use' || !isOwnServiceOut(context)) &&
    (inShell(context).length > 0 || inFiles(context).length === 0 || isVariableNamed(context)),
  'remove-setting': (context) => inFiles(context).some(({ file }) => file?.isManaged === false),
  'ask-settings-administrator': (context) => inFiles(context).some(({ file }) => file?.isManaged === true),
  'restart-claudes': (context) => running(context.facts) !== 0 && isConcerned(context, 'claude-code'),
};

/** Met with the keychain open, too. */
const withOpenKeychain: readonly CauseId[] = ['login-not-stored', 'keychain-access-denied', 'certificate-not-imported'];

const isVariableNamed = ({ facts: { message } }: Context): boolean =>
  message?.kind === 'recognised' && (message.variables ?? []).some((name) => name === name.toUpperCase());

const signing = ['codesign', 'notarytool'];

/** Whether a cure can work there. */
export const fits = (id: CureId, context: Context, cause: CauseId): boolean =>
  appliesWhere[id]?.(context, cause) ?? true;

/** What overrules the login of the tools that it is about. */
const overruling = (context: Context): readonly OverridingSetting[] => {
  const known = knownFact(context.facts, 'overrides');
  if (known.kind === 'not-measured') return [];
  return known.value.settings.filter(({ tool, kind }) => kind !== 'folder' && isConcerned(context, tool));
};

/** Variables of the environment, the one that counts first. */
export const inShell = (context: Context): readonly OverridingSetting[] => {
  const known = knownFact(context.facts, 'overrides');
  const wins = known.kind === 'known' ? known.value.wins : null;
  return overruling(context)
    .filter(({ name, file }) => file === undefined && /^[A-Z][A-Z0-9_]*$/.test(name))
    .sort((one, other) => Number(other.name === wins) - Number(one.name === wins));
};

export const inFiles = (context: Context): readonly OverridingSetting[] =>
  overruling(context).filter(({ file }) => file !== undefined);

export const hereOf = ({ facts }: Context): SessionLock | undefined => {
  const sessions = knownFact(facts, 'sessions');
  return sessions.kind === 'known' ? sessions.value.find(({ isThisSession }) => isThisSession) : undefined;
};

/** Read in a login of its own, away from the desktop's session. */
const isOverSsh = (context: Context): boolean => {
  const here = hereOf(context);
  return here !== undefined && here.bornIn !== 'desktop';
};

const isOpenHere = (context: Context): boolean => isOverSsh(context) && hereOf(context)?.sees === 'unlocked';

/** Nobody is logged in at the desktop: no dialog can be answered, no server started there. */
export const isNobodyAtDesk = ({ facts }: Context): boolean => {
  const desk = knownFact(facts, 'desk');
  return desk.kind === 'known' && desk.value === 'nobody';
};

const isAboutDocker = ({ tools, facts: { message } }: Context): boolean =>
  (tools?.includes('docker') ?? false) ||
  (message?.kind === 'recognised' && (message.program?.startsWith('docker') ?? false));

/** True also where nobody has looked. */
const isLockedSomewhere = ({ facts }: Context): boolean => {
  const sessions = knownFact(facts, 'sessions');
  if (sessions.kind === 'not-measured') return true;
  return sessions.value.some(({ kind, sees: seen }) => kind !== 'fresh-ssh' && seen !== 'unlocked');
};

const sees = (facts: Context['facts'], kind: string): boolean => {
  const sessions = knownFact(facts, 'sessions');
  return sessions.kind === 'known' && sessions.value.some((one) => one.kind === kind && one.sees === 'locked');
};

const isOwnServiceOut = (context: Context): boolean => {
  const [service, hosts] = [knownFact(context.facts, 'service'), knownFact(context.facts, 'hosts')];
  if (service.kind === 'known' && service.value.state === 'outage') return true;
  if (hosts.kind === 'not-measured') return false;
  return needed(hosts.value, context).some(({ http }) => http.kind !== 'answered' || http.status >= 500);
};

const isClockRight = (facts: Context['facts']): boolean => {
  const skew = knownFact(facts, 'clockSkewSeconds');
  return skew.kind === 'known' && Math.abs(skew.value) <= mostSkewSeconds;
};

/** Null when nobody counted. */
const running = (facts: Context['facts']): number | null => {
  const fact = knownFact(facts, 'claudeCode');
  return fact.kind === 'known' ? fact.value.running : null;
};
