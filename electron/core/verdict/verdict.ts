import type { LocalNow } from '../time/format-moment';
import type { Keychain } from '../words/keychain';
import { loginKeychain } from '../words/login-keychain';
import type { RemoteSession } from '../words/session';
import type { Snapshot } from '../words/snapshot';
import type { Verdict, VerdictPrimary } from '../words/verdict';
import { amongDaemons, isAmongDaemons } from './among-daemons';
import { endingLogin } from './ending-login';
import { lockingOf, untilClause } from './locking';
import { placeName } from './place-name';
import { type PlaceOutlook, placeOutlook, sharesTheView } from './place-outlook';
import { namesOf, type ToolAtRisk, toolsAtRisk } from './tools-at-risk';

export type VerdictFacts = Pick<
  Snapshot,
  'keychains' | 'sessions' | 'remoteAccess' | 'credentials' | 'hold' | 'awaited'
> & {
  readonly unread?: readonly { readonly part: string; readonly tool?: string }[];
  /** Where the look was made; left out: on the desktop. */
  readonly host?: Pick<Snapshot['host'], 'securitySession'>;
};

/**
 * Whether somebody can walk away from this Mac and find their logins from elsewhere, in one sentence.
 * It speaks of what is on this Mac: tools with a login, places that can be reached.
 */
export const verdictOf = (facts: VerdictFacts, now: LocalNow): Verdict => {
  const tools = toolsAtRisk(facts.credentials, facts.keychains);
  const places = reachablePlaces(facts)
    .map((session) => placeOutlook(session, tools, facts.keychains))
    .sort(worstFirst);
  const conclusion = conclude(facts, tools, places, now);
  return {
    ...conclusion,
    places: places.map(({ session, level, lost, losing, untold }) => ({
      sessionId: session.id,
      level,
      tools: idsOf(level === 'cannot-tell' ? untold : [...lost, ...losing]),
    })),
  };
};

type Conclusion = Omit<Verdict, 'places'>;

const conclude = (
  facts: VerdictFacts,
  tools: readonly ToolAtRisk[],
  places: readonly PlaceOutlook[],
  now: LocalNow,
): Conclusion => {
  const login = loginKeychain(facts.keychains);
  if (facts.remoteAccess.remoteLogin === 'off' && places.length === 0)
    return { level: 'nobody', sentence: 'Nobody can SSH in: Remote Login is off.', primary: nothing };
  const obstacle = cannotTell(facts, login);
  if (login === undefined || login.lock.state === 'unknown') return obstacle ?? keychainDidNotAnswer;
  const inside = places.find(({ session }) => session.isThisSession);
  if (isAmongDaemons(inside, facts.host)) return amongDaemons(tools, inside, login);
  const blocked = blockedBy(login, tools, inside ?? null, facts.keychains);
  if (blocked !== null && !worksElsewhere(places)) return blocked;
  const decided = decide(login, tools, places, inside ?? null, facts, now);
  const ending = endingLogin(facts.credentials, now);
  if (decided.level === 'go' && ending !== null) return ending;
  return decided.level === 'go' && obstacle !== null ? obstacle : decided;
};

const nothing: VerdictPrimary = { kind: 'none' };
const lookAgain: VerdictPrimary = { kind: 'look-again' };

const keychainDidNotAnswer: Conclusion = {
  level: 'cannot-tell',
  sentence: "Can't tell: the keychain did not answer.",
  primary: lookAgain,
};

/** What was not looked at, or could not be: without it nobody is told to go. */
const cannotTell = (
  { awaited = [], unread = [], credentials }: VerdictFacts,
  login: Keychain | undefined,
): Conclusion | null => {
  const because = (clause: string): Conclusion => ({
    level: 'cannot-tell',
    sentence: `Can't tell: ${clause}.`,
    primary: lookAgain,
  });
  if (login === undefined)
    return because(awaited.includes('keychain-list') ? 'still looking at the keychain' : 'no keychain was found');
  if (login.lock.state === 'unknown') return keychainDidNotAnswer;
  if (awaited.length > 0) return because('still looking');
  const [first, ...others] = unread.filter(({ part }) => !besidesThePoint.includes(part));
  if (first === undefined) return null;
  const tools = [first, ...others].map(({ part, tool }) => (part === 'credentials' ? tool : undefined));
  const names = tools.flatMap((tool) => (tool === undefined ? [] : [nameOfTool(tool, credentials)]));
  return names.length === tools.length
    ? because(`the login of ${namesOf(names)} could not be read`)
    : because(unreadClause[first.part] ?? 'not everything could be read');
};

/** Where sleep could not be told the forecast says so itself; which Claude Codes run changes no login. */
const besidesThePoint: readonly string[] = ['claude-code', 'power-settings'];

const nameOfTool = (tool: string, credentials: VerdictFacts['credentials']): { readonly name: string } => ({
  name: credentials.find((one) => one.tool === tool)?.name ?? tool,
});

const unreadClause: Readonly<Record<string, string>> = {
  sessions: 'who is here from elsewhere could not be read',
  credentials: 'the logins could not be read',
  'keychain-list': 'the list of keychains could not be read',
  'remote-access': 'whether Remote Login is on could not be read',
  beacons: 'the reports from inside could not be read',
};

/** A place outside the desktop's session in which somebody has looked and found what the tools need: whether the desktop is locked changes nothing there. */
const worksElsewhere = (places: readonly PlaceOutlook[]): boolean => {
  const place = placeToWorkIn(places);
  return (
    place !== null &&
    places.every(({ session }) => !session.isThisSession) &&
    !sharesTheView(place.session) &&
    place.session.basis === 'measured' &&
    place.lost.length === 0 &&
    place.level !== 'cannot-tell'
  );
};

/** Locked where somebody can unlock it now, and some tool needs it. */
const blockedBy = (
  login: Keychain,
  tools: readonly ToolAtRisk[],
  inside: PlaceOutlook | null,
  keychains: readonly Keychain[],
): Conclusion | null => {
  const needing = (path: string) => tools.filter(({ need }) => need.kind === 'keychain' && need.path === path);
  for (const { path } of [login, ...keychains].filter(({ lock }) => lock.state === 'locked')) {
    const without = needing(path);
    if (without.length === 0) continue;
    const where = inside === null ? 'over SSH' : `in ${placeName(inside.session)}`;
    const verb = inside === null ? 'will be' : without.length === 1 ? 'is' : 'are';
    return {
      level: 'unlock-first',
      sentence: `Unlock first: ${where}, ${namesOf(without)} ${verb} logged out.`,
      primary: { kind: 'unlock', keychainPath: path },
    };
  }
  return null;
};

const decide = (
  login: Keychain,
  tools: readonly ToolAtRisk[],
  places: readonly PlaceOutlook[],
  inside: PlaceOutlook | null,
  facts: VerdictFacts,
  now: LocalNow,
): Conclusion => {
  const known = tools.filter(({ need }) => need.kind !== 'unknown');
  if (known.length === 0)
    return {
      level: 'go',
      sentence: `You can go: ${tools.length === 0 ? 'no tool Latchkey knows here needs this keychain' : 'nothing here should need this keychain'} over SSH.`,
      primary: nothing,
    };
  const place = inside ?? placeToWorkIn(places);
  if (place === null) return withoutPlace(known);
  const { session, lost, losing, untold } = place;
  const name = placeName(session);
  if (lost.length > 0) {
    const isNext = session.kind === 'fresh-ssh';
    return {
      level: 'not-yet',
      sentence: isNext
        ? `A new SSH login won't have ${namesOf(lost)}, even while this is unlocked.`
        : `Not yet: ${name} has no access to ${namesOf(lost)}.`,
      primary: { kind: 'start-desktop-tmux' },
    };
  }
  if (losing.length > 0) return losingConclusion(place, name, facts.keychains, login);
  if (untold.some(({ need }) => need.kind !== 'unknown'))
    return {
      level: 'cannot-tell',
      sentence: `Can't tell ${doubt(place, name, facts.keychains)}.`,
      primary: session.bornIn === 'unknown' ? { kind: 'start-desktop-tmux' } : lookAgain,
    };
  return goIn(place, name, login, facts, now);
};

/** Of what is not known the first that somebody could do something about. */
const doubt = ({ session, untold }: PlaceOutlook, name: string, keychains: readonly Keychain[]): string => {
  const what = namesOf(untold);
  if (session.bornIn === 'unknown' || session.sees === 'unknown')
    return `whether ${name} has ${what}: it was not tested yet`;
  const paths = untold.flatMap(({ need }) => (need.kind === 'keychain' ? [need.path] : []));
  const of = keychains.find(({ path }) => paths.includes(path));
  if (of === undefined) return `whether ${name} has ${what}: it was not tested yet`;
  if (of.lock.state === 'unknown') return `whether ${name} has ${what}: its keychain did not answer`;
  return `how long ${name} has ${what}: when ${of === loginKeychain(keychains) ? 'this' : 'its keychain'} locks is not known`;
};

const withoutPlace = (known: readonly ToolAtRisk[]): Conclusion => ({
  level: 'not-yet',
  sentence: `Not yet: nothing here has ${namesOf(known)} for somebody who comes from elsewhere.`,
  primary: { kind: 'start-desktop-tmux' },
});

const losingConclusion = (
  { losing, session }: PlaceOutlook,
  name: string,
  keychains: readonly Keychain[],
  login: Keychain,
): Conclusion => {
  const paths = losing.flatMap(({ need }) => (need.kind === 'keychain' ? [need.path] : []));
  const keychain = paths.includes(login.path) ? login : (keychains.find(({ path }) => path === paths[0]) ?? login);
  const isHere = sharesTheView(session);
  const locking = lockingOf(keychain, isHere);
  const when = locking.kind === 'by-itself' ? locking.when : 'by itself';
  const what = keychain === login && isHere ? 'this' : 'its keychain';
  const clause = when.startsWith('when') ? when : `when ${what} locks, ${when}`;
  return {
    level: 'not-yet',
    sentence: `Not yet: ${name} loses ${namesOf(losing)} ${clause}.`,
    // The settings of a session that has unlocked it by itself are its own: Keep Unlocked does not reach it.
    primary: isHere ? { kind: 'keep-unlocked', keychainPath: keychain.path } : { kind: 'start-desktop-tmux' },
  };
};

const goIn = (
  { session, untold }: PlaceOutlook,
  name: string,
  login: Keychain,
  { hold, remoteAccess }: VerdictFacts,
  now: LocalNow,
): Conclusion => {
  const isCertain = session.basis === 'measured' && untold.length === 0 && remoteAccess.remoteLogin !== 'unknown';
  const locking = lockingOf(login, sharesTheView(session));
  const end = hold.state === 'on' ? hold.end : null;
  return {
    level: 'go',
    sentence: `You can go: in ${name} everything ${isCertain ? 'works' : 'should work'}${untilClause(locking, end, now)}.`,
    primary: locking.kind === 'held' ? { kind: 'end-hold' } : nothing,
  };
};

/** Somebody can come to it from elsewhere, or is there. Another user's places say nothing of this user's logins. */
const reachablePlaces = ({ sessions, remoteAccess }: VerdictFacts): readonly RemoteSession[] => {
  const user = sessions.find(({ kind }) => kind === 'fresh-ssh')?.user;
  return sessions.filter((session) => {
    if (user !== undefined && session.user !== user) return false;
    if (session.isThisSession || comesFromElsewhere.includes(session.kind)) return true;
    return remoteAccess.remoteLogin !== 'off' || (session.remoteClients ?? 0) > 0;
  });
};

const comesFromElsewhere: readonly RemoteSession['kind'][] = ['ssh', 'mosh', 'other-login'];

/** What outlives a connection and can be come back to. */
const lasting: readonly RemoteSession['kind'][] = ['tmux-server', 'screen', 'mosh', 'editor-server', 'multiplexer'];

const comfort = ({ session, level }: PlaceOutlook): number =>
  (session.bornIn === 'desktop' ? 4 : 0) + (level === 'go' ? 2 : 0) + (session.kind === 'fresh-ssh' ? 0 : 1);

/** Where one would work from elsewhere: a server of the desktop's session before any other that has everything. */
const placeToWorkIn = (places: readonly PlaceOutlook[]): PlaceOutlook | null => {
  const candidates = places.filter(
    ({ session, lost }) =>
      session.kind === 'fresh-ssh' ||
      (lasting.includes(session.kind) && (session.bornIn === 'desktop' || lost.length === 0)),
  );
  const [best] = [...candidates].sort((one, other) => comfort(other) - comfort(one));
  return best ?? null;
};

const severity: readonly PlaceOutlook['level'][] = ['unlock-first', 'not-yet', 'cannot-tell', 'go'];

const worstFirst = (one: PlaceOutlook, other: PlaceOutlook): number =>
  severity.indexOf(one.level) - severity.indexOf(other.level) || other.lost.length - one.lost.length;

const idsOf = (tools: readonly ToolAtRisk[]): readonly string[] => [...new Set(tools.map(({ tool }) => tool))];
