import type { GlobalShortcut } from 'electron';
import { nameOfError } from '../../core/text/name-of-error';
import { formatAccelerator } from '../../core/window/accelerator';
import type { Log } from '../base/log';
import type { PreferencesStore } from '../preferences/preferences-store';

/** In this order they are taken: where both are the same, the first has it. */
const names = ['shortcut', 'keepUnlockedShortcut'] as const;
type ShortcutName = (typeof names)[number];

export interface ShortcutsOptions {
  readonly shortcuts: Pick<GlobalShortcut, 'register' | 'unregister'>;
  readonly preferences: Pick<PreferencesStore, 'current' | 'subscribe'>;
  readonly presses: Readonly<Record<ShortcutName, () => void>>;
  readonly log: Log;
}

export interface Shortcuts {
  /** Why the one that was chosen does not work, and what to do about it; null where nothing is known to be wrong. */
  problem(name: ShortcutName): string | null;
}

/**
 * The keys that do something from every app. Electron gives them back when the app quits.
 * To be called before whoever shows the problem listens to the preferences.
 */
export const followShortcuts = ({ shortcuts, preferences, presses, log }: ShortcutsOptions): Shortcuts => {
  const registered = new Map<ShortcutName, string>();
  const problems = new Map<ShortcutName, string>();
  let known: readonly (string | null)[] = [null, null];

  const register = (name: ShortcutName, accelerator: string): string | null => {
    const { symbols } = formatAccelerator(accelerator);
    if ([...registered.values()].includes(accelerator))
      return `${symbols} opens Latchkey already. Choose another shortcut.`;
    try {
      if (shortcuts.register(accelerator, presses[name])) {
        registered.set(name, accelerator);
        return null;
      }
      log('shortcut: not registered');
      return `macOS or another app has ${symbols} already. Choose another shortcut.`;
    } catch (error) {
      log(`shortcut: ${nameOfError(error)}`);
      return `macOS does not take ${symbols} as a shortcut. Choose another one.`;
    }
  };
  const release = (name: ShortcutName): void => {
    const accelerator = registered.get(name);
    registered.delete(name);
    if (accelerator === undefined) return;
    try {
      shortcuts.unregister(accelerator);
    } catch (error) {
      log(`shortcut: not given back: ${nameOfError(error)}`);
    }
  };
  const follow = (): void => {
    const current = preferences.current();
    const chosen = names.map((name) => current[name]);
    // What did not work is tried again when either has become another one: it may have been the other that was in its way.
    if (chosen.every((accelerator, index) => accelerator === known[index])) return;
    known = chosen;
    for (const name of names) if (registered.get(name) !== current[name]) release(name);
    for (const name of names) {
      const accelerator = current[name];
      const problem = accelerator === null || registered.has(name) ? null : register(name, accelerator);
      if (problem === null) problems.delete(name);
      else problems.set(name, problem);
    }
  };
  follow();
  preferences.subscribe(follow);
  return { problem: (name) => problems.get(name) ?? null };
};
