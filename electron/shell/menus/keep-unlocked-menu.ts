import { describeHoldExposure, formatHoldEnd } from '../../core/hold/format-hold';
import {
  type KeepUnlockedChoice,
  keepUnlockedRequest,
  keepUnlockedTitle,
  lengthTitle,
  offeredLengths,
} from '../../core/hold/keep-unlocked-choice';
import { isLockChanging } from '../../core/state/pending-actions';
import { formatClock } from '../../core/time/format-moment';
import { minutesOfDay } from '../../core/time/local-day';
import { isoTime } from '../../core/time/outside-numbers';
import type { Hold, HoldEnd } from '../../core/words/hold';
import type { Keychain } from '../../core/words/keychain';
import { commandItem, type MenuFacts, type MenuItem, sentenceItems, separator, textItem } from './menu-item';

/** The menu of "Keep Unlocked": the same below its button and in the menu bar. */
export const keepUnlockedMenu = (keychain: Keychain, facts: MenuFacts): readonly MenuItem[] =>
  facts.snapshot.hold.state === 'off' ? lengthsMenu(keychain, facts) : heldMenu(facts.snapshot.hold, facts);

const lengthsMenu = (keychain: Keychain, facts: MenuFacts): readonly MenuItem[] => {
  const { keepUnlocked, now } = facts;
  const isLocked = keychain.lock.state === 'locked';
  const canBe = keychain.lock.state !== 'unknown' && !isLockChanging(facts.pending);
  const title = (choice: KeepUnlockedChoice): string =>
    isLocked ? keepUnlockedTitle(choice, isLocked) : lengthTitle(choice.length);
  const lengths = offeredLengths.some((one) => isSame(one, keepUnlocked.length))
    ? offeredLengths
    : [keepUnlocked.length, ...offeredLengths];
  const { end } = keepUnlockedRequest(keepUnlocked, keychain.path, now);
  return [
    ...lengths.map((length): MenuItem => {
      const choice = { ...keepUnlocked, length };
      const request = keepUnlockedRequest(choice, keychain.path, now);
      const item = commandItem(title(choice), { kind: 'keep-unlocked', request, remembered: choice }, canBe);
      return isSame(length, keepUnlocked.length) ? { ...item, accelerator: 'CmdOrCtrl+K' } : item;
    }),
    untilItem(keychain, facts, isLocked ? 'Unlock and Keep Unlocked Until' : 'Until', canBe),
    separator,
    switchItem('Keep Awake', 'keepAwake', keepUnlocked),
    switchItem('Lock at the End', 'lockAtEnd', keepUnlocked),
    separator,
    ...exposure(end, { session: keychain.lock.session, keychains: [keychain] }, facts),
  ];
};

const exposure = (
  end: HoldEnd,
  held: Omit<Parameters<typeof describeHoldExposure>[0], 'end'>,
  { now }: MenuFacts,
): readonly MenuItem[] => sentenceItems(describeHoldExposure({ end, ...held }, now));

const switchItem = (
  label: string,
  name: 'keepAwake' | 'lockAtEnd',
  choice: KeepUnlockedChoice,
  enabled = true,
): MenuItem => ({
  kind: 'command',
  label,
  enabled,
  checked: choice[name],
  command: { kind: 'prefer-keep-unlocked', choice: { ...choice, [name]: !choice[name] } },
});

const hourMs = 3_600_000;
/** As many full hours as the list of the menu bar offers. */
const offeredHours = 12;

const untilItem = (keychain: Keychain, facts: MenuFacts, label: string, enabled: boolean): MenuItem => {
  const { asksForTime, keepUnlocked, now } = facts;
  if (asksForTime === 'on-a-page') return commandItem(`${label}…`, { kind: 'choose-time' }, enabled);
  // No zone is shifted by less than a quarter of an hour: from the next one on, the first that shows a full hour.
  const quarters = Array.from(
    { length: 4 },
    (_, index) => (Math.floor(now.nowMs / (hourMs / 4)) + 1 + index) * (hourMs / 4),
  );
  const firstMs = quarters.find((atMs) => minutesOfDay(atMs, now.timeZone) % 60 === 0) ?? now.nowMs + hourMs;
  const items = Array.from({ length: offeredHours }, (_, index): MenuItem => {
    const atMs = firstMs + index * hourMs;
    const request = {
      ...keepUnlockedRequest(keepUnlocked, keychain.path, now),
      end: { kind: 'at' as const, at: isoTime(atMs) },
    };
    return commandItem(formatClock(atMs, now), { kind: 'keep-unlocked', request, remembered: null });
  });
  return { kind: 'submenu', label, enabled, items };
};

const heldMenu = (hold: Exclude<Hold, { readonly state: 'off' }>, facts: MenuFacts): readonly MenuItem[] => {
  const choice = { ...facts.keepUnlocked, keepAwake: hold.keepAwake, lockAtEnd: hold.relock === 'always' };
  const isOver = hold.state === 'restoring';
  return [
    textItem(isOver ? 'Its settings are still to be put back' : `Unlocked ${formatHoldEnd(hold.end, facts.now)}`),
    commandItem(isOver ? 'Put Back Now' : 'End Now', { kind: 'end-hold' }, !isLockChanging(facts.pending)),
    separator,
    switchItem('Keep Awake', 'keepAwake', choice, false),
    switchItem('Lock at the End', 'lockAtEnd', choice, false),
    ...(isOver ? [] : [separator, ...exposure(hold.end, hold, facts)]),
  ];
};

const isSame = (one: KeepUnlockedChoice['length'], other: KeepUnlockedChoice['length']): boolean =>
  one.kind === other.kind && lengthTitle(one) === lengthTitle(other);
