import type { RemoteSession } from '../../../electron/core/words/session';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { desktop } from '../world/keychains';
import { loginPath } from '../world/paths';
import { type ModelPlace, sharedSession } from '../world/places';
import type { World } from '../world/world';
import { lagOf } from './lag';

/** A report is written in whole seconds. */
const reportGrainMs = 1_000;
/** What claims to come from later than this is refused (docs/beacon.md). */
const mostAheadMs = 60_000;
/** A report counts so long (docs/beacon.md), a test so long (docs/popover.md). */
const reportCountsMs = 15 * 60_000;
const testCountsMs = 60 * 60_000;

/** Promises 3 and 7 for the places: all that there are, each with what a process in it finds, and on what basis. */
export const checkSessions = (snapshot: Snapshot, world: World, isTestTrusted: boolean): readonly string[] => {
  const mayLie = world.clock.steady() < world.liesUntilMs;
  const complaints = snapshot.sessions.flatMap((session) => {
    if (session.unread) return [];
    const place = world.places.find(({ id }) => id === session.id);
    if (session.kind === 'fresh-ssh') return isTestTrusted && !mayLie ? checkFresh(session, world, snapshot) : [];
    return place && !mayLie ? checkPlace(session, place, world, snapshot) : [];
  });
  return [...complaints, ...checkRows(snapshot, world)];
};

const checkRows = ({ sessions, unread, awaited }: Snapshot, world: World): readonly string[] => {
  const isUnread = unread?.some(({ part }) => part === 'sessions') ?? false;
  if (isUnread || awaited?.includes('sessions')) return [];
  const rows = sessions.flatMap(({ id, kind }) => (kind === 'fresh-ssh' ? [] : [id]));
  const told = JSON.stringify(rows.sort());
  const { clock, placesTrack } = world;
  const were = placesTrack.between(clock.ago(lagOf(world).sessionsMs), clock.steady());
  return were.includes(told) ? [] : [`The sessions are told as ${told}, and were ${were.join(' or ')}.`];
};

const statesOf = (session: number, { clock, keychains }: World, fromMs: number, toMs = clock.steady()) =>
  keychains.lockTrack(loginPath, session).between(fromMs, toMs);

/** What is said to have been measured at a time was so at that time, and that time still counts. */
const checkMeasuredAt = (
  told: RemoteSession,
  session: number,
  world: World,
  countsMs: number,
  snapshot: Snapshot,
): readonly string[] => {
  const { clock } = world;
  const { id, sees, measuredAt = '' } = told;
  const atMs = clock.steadyAt(Date.parse(measuredAt));
  if (atMs > clock.steady() + mostAheadMs)
    return [`${id} is told as measured at ${measuredAt}, which is still to come.`];
  if (clock.ago(lagOf(world).locksMs) - atMs > countsMs)
    return [`${id} is told as measured at ${measuredAt}, which is long ago.`];
  if (sees === 'unlocked' && mayHaveLocked(atMs, snapshot, world))
    return [`${id} is told as unlocked at ${measuredAt}, and would have locked by itself since.`];
  const were: readonly string[] = statesOf(session, world, atMs - reportGrainMs, atMs + reportGrainMs);
  return were.includes(sees) ? [] : [`${id} is told as ${sees} at ${measuredAt}, and was ${were.join()}.`];
};

/** Whether the settings that are told beside it would have locked the keychain between then and the moment of the look. */
const mayHaveLocked = (atMs: number, { keychains, takenAt }: Snapshot, { clock, wokeAtMs }: World): boolean => {
  const autoLock = keychains.find(({ path }) => path === loginPath)?.autoLock;
  if (autoLock === undefined || autoLock.source === 'unknown') return false;
  const lookedAtMs = clock.steadyAt(Date.parse(takenAt));
  const { lockOnSleep, idleTimeoutSeconds } = autoLock;
  const isOverIdle = idleTimeoutSeconds !== null && lookedAtMs - atMs >= idleTimeoutSeconds * 1000;
  return isOverIdle || (lockOnSleep && wokeAtMs <= lookedAtMs && atMs < wokeAtMs - reportGrainMs);
};

const checkPlace = (told: RemoteSession, place: ModelPlace, world: World, snapshot: Snapshot): readonly string[] => {
  const { clock, faults } = world;
  const lagMs = lagOf(world).locksMs;
  const { id, sees, basis, bornIn } = told;
  if (bornIn !== 'unknown' && bornIn !== place.bornIn)
    return [`${id} is told as born in ${bornIn}, and is of ${place.bornIn}.`];
  if (place.user !== 'alice') return sees === 'unknown' ? [] : [`${id} is another user's, and is told as ${sees}.`];
  if (sees === 'unknown') {
    const isFault = faults
      .track('lock')
      .between(clock.ago(lagMs), clock.steady())
      .some((fault) => fault !== 'none');
    const mayBe = isFault || !place.tellsBirth || place.bornIn === 'initial';
    return mayBe && told.reason !== '' ? [] : [`What ${id} sees is unknown for no reason (${told.reason}).`];
  }
  if (place.bornIn === 'initial') return [`${id} is of the system's session, and is told as ${sees}.`];
  if (basis === 'inferred')
    return sees === 'locked' && place.session !== desktop
      ? []
      : [`${id} is inferred as ${sees} in session ${place.session}.`];
  if (told.measuredAt !== undefined)
    return checkMeasuredAt(
      ...([told, place.session, world] as const),
      world.sshLoginsShareSession ? testCountsMs : reportCountsMs,
      snapshot,
    );
  const were: readonly string[] = statesOf(place.session, world, clock.ago(lagMs));
  if (place.session !== desktop) return [`${id} is told as measured just now, where nobody has asked.`];
  return were.includes(sees) ? [] : [`${id} is told as ${sees}, and was ${were.join()}.`];
};

const checkFresh = (told: RemoteSession, world: World, snapshot: Snapshot): readonly string[] => {
  const { sees, basis, measuredAt } = told;
  if (basis === 'inferred') return sees === 'locked' ? [] : [`The next login is inferred as ${sees}.`];
  if (measuredAt === undefined) return ['The next login is told as measured just now.'];
  if (!world.sshLoginsShareSession) return sees === 'locked' ? [] : ['The next login is told as unlocked.'];
  return checkMeasuredAt(told, sharedSession, world, testCountsMs, snapshot);
};
