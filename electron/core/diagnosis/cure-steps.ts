import { quoteForShell } from '../commands';
import { type CauseId, causes } from './causes';
import type { CureAction } from './cure';
import { type CureId, cures } from './cures';
import type { Step } from './diagnosis';
import type { FactName } from './facts';
import { mostSkewSeconds } from './limits';
import { type Context, concerned, knownFact } from './question';
import { needed } from './questions-of-network';
import { signInCommand } from './sign-in-commands';

const networkFacts: readonly FactName[] = ['hosts', 'service', 'clockSkewSeconds'];

/** Where a cure would not make sense as things are; one that is not here always does. */
const appliesWhere: { readonly [Id in CureId]?: (context: Context, cause: CauseId) => boolean } = {
  'allow-network-checks': ({ facts }) => networkFacts.some((name) => knownFact(facts, name).kind === 'not-measured'),
  'paste-message': ({ facts }) => facts.message === undefined,
  'open-unlock-prompt': ({ facts }) => sees(facts, 'tmux-server'),
  // Nobody can type inside a daemon; an editor's server has a terminal.
  'unlock-in-ssh-login': ({ facts }, cause) => cause !== 'background-server-locked' || sees(facts, 'editor-server'),
  // The lock is somebody's only as long as somebody runs.
  'quit-older-claudes': ({ facts }) => running(facts) !== 0,
  'remove-refresh-lock': ({ facts }) => running(facts) === 0,
  // A clock that is right is no reason for a certificate's dates; one that is wrong is no fault of the service.
  'set-clock': ({ facts }) => !isClockRight(facts),
  'wait-for-service': ({ facts }, cause) => cause !== 'certificate-expired' || isClockRight(facts),
  // Away from the provider lies the tool's own service: no help while that fails.
  'unset-variable': (context, cause) => cause !== 'provider-in-use' || !isOwnServiceOut(context),
  'restart-claudes': ({ facts }) => running(facts) !== 0,
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

/** What to do about a cause, the least invasive first. */
export const stepsFor = (cause: CauseId, context: Context): readonly Step[] => {
  const fitting = causes[cause].cures.filter((id) => appliesWhere[id]?.(context, cause) ?? true);
  const ids = fitting.length > 0 ? fitting : causes[cause].cures.slice(0, 1);
  return ids.map((id) => stepOf(id, cause, context)).sort((one, other) => one.invasiveness - other.invasiveness);
};

const stepOf = (id: CureId, cause: CauseId, context: Context): Step => {
  const { title, invasiveness, does, costs, by, action, seenToWorkBy, seenToWork } = cures[id];
  const filled = action ? fillAction(action, cause, context) : null;
  return {
    id,
    title,
    invasiveness,
    does,
    costs,
    // Without the command a person has to do it.
    by: by === 'command' && filled === null ? 'person' : by,
    action: filled,
    seenToWork: { check: seenToWorkBy, sentence: seenToWork },
  };
};

const fillAction = (action: CureAction, cause: CauseId, context: Context): CureAction | null => {
  if (action.kind !== 'copy-command') return action;
  const words = wordsFrom(cause, context);
  const missing = [...action.command.matchAll(/\{(\w+)\}/g)].some(([, word = '']) => words[word] === undefined);
  if (missing) return null;
  return {
    kind: 'copy-command',
    command: action.command.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '').trim(),
  };
};

/** What stands for the words in braces, ready for a shell; what is not known is left out. */
const wordsFrom = (cause: CauseId, context: Context): Readonly<Record<string, string | undefined>> => {
  const { facts } = context;
  const path = knownFact(facts, 'loginKeychainPath');
  const overrides = knownFact(facts, 'overrides');
  const claudeCode = knownFact(facts, 'claudeCode');
  const folders = knownFact(facts, 'folders');
  const lockPath = claudeCode.kind === 'known' ? claudeCode.value.refreshLockPath : undefined;
  const folder =
    folders.kind === 'known' ? folders.value.find(({ state }) => state !== 'fine' && state !== 'missing') : undefined;
  const signIn = signInCommand(toolOf(cause, context));
  const variable = overrides.kind === 'known' ? overrides.value.wins : null;
  return {
    // Without a path the tool takes the default keychain.
    keychainPath: path.kind === 'known' ? quoteForShell(path.value) : '',
    // Only a variable can be unset; a helper stands in a file.
    ...(variable !== null && /^[A-Z][A-Z0-9_]*$/.test(variable) ? { variable } : {}),
    ...(lockPath === undefined ? {} : { lockPath: quoteForShell(lockPath) }),
    ...(folder === undefined ? {} : { folder: quoteForShell(folder.path) }),
    ...(signIn === null ? {} : { signIn }),
  };
};

/** The tool to sign in to: the one that it is about, else the only one whose login has ended or is not there. */
const toolOf = (cause: CauseId, context: Context): string | undefined => {
  if (context.tools?.length === 1) return context.tools[0];
  const credentials = knownFact(context.facts, 'credentials');
  const all = credentials.kind === 'known' ? credentials.value : [];
  const status = cause === 'login-expired' ? 'expired' : 'signed-out';
  const tools = new Set(
    concerned(context, all)
      .filter((login) => login.status === status)
      .map(({ tool }) => tool),
  );
  return tools.size === 1 ? [...tools][0] : undefined;
};
