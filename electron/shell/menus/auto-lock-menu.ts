import { sameAutoLock } from '../../core/auto-lock/auto-lock';
import { recommendAutoLock } from '../../core/auto-lock/auto-lock-recommendation';
import { formatAutoLockSettings } from '../../core/auto-lock/format-auto-lock';
import { timeoutChoices } from '../../core/auto-lock/timeout-presets';
import { currentUndos } from '../../core/auto-lock/undo-offers';
import { isLockChanging, isPending } from '../../core/state/pending-actions';
import { formatTimeoutLabel } from '../../core/time/format-timeout';
import type { AutoLockSettings, Keychain } from '../../core/words/keychain';
import { commandItem, type MenuFacts, type MenuItem, separator, textItem } from './menu-item';

/** The menu of a keychain's auto-lock: the same below its row and in the menu bar. */
export const autoLockMenu = (keychain: Keychain, facts: MenuFacts): readonly MenuItem[] => {
  const standing = standingOf(keychain, facts);
  if (standing.kind === 'unknown') return [textItem(standing.why)];
  const { settings, note } = standing;
  const canBe =
    standing.kind === 'free' && !isLockChanging(facts.pending) && !isPending(facts.pending, 'set-auto-lock');
  const unlocksFirst = keychain.lock.state === 'locked';
  const change = (label: string, next: AutoLockSettings, checked?: boolean): MenuItem => ({
    ...commandItem(label, { kind: 'set-auto-lock', keychainPath: keychain.path, settings: next, unlocksFirst }, canBe),
    ...(checked === undefined ? {} : { checked }),
  });
  const ofTimeout = (idleTimeoutSeconds: number | null): MenuItem =>
    change(
      formatTimeoutLabel(idleTimeoutSeconds),
      { ...settings, idleTimeoutSeconds },
      idleTimeoutSeconds === settings.idleTimeoutSeconds,
    );
  return [
    ...(note === null ? [] : [textItem(note), separator]),
    ...timeoutChoices(settings.idleTimeoutSeconds).map(ofTimeout),
    facts.asksForTime === 'on-a-page'
      ? commandItem('Other…', { kind: 'choose-time' }, canBe)
      : { kind: 'submenu', label: 'Other', enabled: canBe, items: furtherTimeouts.map(ofTimeout) },
    separator,
    change('Also on Sleep', { ...settings, lockOnSleep: !settings.lockOnSleep }, settings.lockOnSleep),
    ...advice(keychain, settings, facts, change, canBe),
  ];
};

const minute = 60;
const hour = 60 * minute;
const furtherTimeouts = [2 * minute, 10 * minute, 20 * minute, 45 * minute, 2 * hour, 12 * hour, 24 * hour];

type Standing =
  | { readonly kind: 'free' | 'fixed'; readonly settings: AutoLockSettings; readonly note: string | null }
  | { readonly kind: 'unknown'; readonly why: string };

/** The settings that the ticks show, and whether they can be changed now. */
const standingOf = ({ path, lock, autoLock }: Keychain, { snapshot: { hold } }: MenuFacts): Standing => {
  const held = hold.state === 'off' ? undefined : hold.keychains.find((one) => one.path === path);
  if (held) return { kind: 'fixed', settings: held.restores, note: 'Can be changed once Keep Unlocked has ended' };
  if (autoLock.source === 'unknown') return { kind: 'unknown', why: 'The present settings are not known' };
  const { lockOnSleep, idleTimeoutSeconds } = autoLock;
  const settings = { lockOnSleep, idleTimeoutSeconds };
  switch (lock.state) {
    case 'unlocked':
      return { kind: 'free', settings, note: null };
    case 'locked':
      return { kind: 'free', settings, note: 'Unlock and Change…' };
    case 'unknown':
      return { kind: 'fixed', settings, note: 'Can be changed once the keychain answers' };
  }
};

const advice = (
  { path, lock }: Keychain,
  present: AutoLockSettings,
  { snapshot, undos, now }: MenuFacts,
  change: (label: string, settings: AutoLockSettings) => MenuItem,
  canBe: boolean,
): readonly MenuItem[] => {
  const recommended = recommendAutoLock(present, snapshot.remoteAccess);
  const undo = currentUndos(undos, now.nowMs).find(({ keychainPath }) => keychainPath === path);
  const items = [
    ...(recommended === null
      ? []
      : [change(`Use Recommended (${formatAutoLockSettings(recommended.settings)})`, recommended.settings)]),
    ...(undo === undefined || sameAutoLock(undo.restores, present)
      ? []
      : [
          commandItem(
            `Undo (back to ${formatAutoLockSettings(undo.restores)})`,
            { kind: 'undo-auto-lock', keychainPath: path, unlocksFirst: lock.state === 'locked' },
            canBe,
          ),
        ]),
  ];
  return items.length === 0 ? [] : [separator, ...items];
};
