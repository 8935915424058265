import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LaunchAtLogin } from '../../../electron/contract/app-state';
import { type Outcome, success } from '../../../electron/core/outcome';
import type { Removal } from '../../../electron/core/words/removal';
import type { RemovalOptions } from '../../../electron/monitor/removal/removal';
import { createUninstaller } from '../../../electron/shell/settings/uninstall';

describe('the button that takes Latchkey out', () => {
  const removal: Removal = { parts: [], isStopped: false };
  const takeOut = vi.fn((_options: RemovalOptions) => Promise.resolve(removal));
  const erase = vi.fn();
  const endHold = vi.fn((): Promise<Outcome<void>> => Promise.resolve(success(undefined)));
  const quit = vi.fn();
  const made = (status: LaunchAtLogin = 'enabled', obeys = true) => {
    let now = status;
    const set = vi.fn((enabled: boolean) => {
      if (obeys) now = enabled ? 'enabled' : 'not-registered';
    });
    const mac = { takeOut, prepareErasing: () => Promise.resolve(erase), monitor: { actions: { endHold } } };
    return { ...createUninstaller({ mac, loginItem: { status: () => now, set }, quit }), set };
  };
  const optionsOf = () => takeOut.mock.calls[0]?.[0];

  beforeEach(() => {
    vi.clearAllMocks();
    vi.useFakeTimers();
    takeOut.mockResolvedValue(removal);
  });
  afterEach(() => vi.useRealTimers());

  it('ends a hold as it ends at a click, and keeps settings and history unless they are to go', async () => {
    const { uninstall, eraseIfAsked } = made();
    expect(await uninstall({ supportFolder: false })).toBe(removal);
    expect(optionsOf()?.whyKeepFolder).toBe('It holds your settings and history.');
    await optionsOf()?.endHold();
    expect(endHold).toHaveBeenCalledExactlyOnceWith({ relock: false });
    vi.runAllTimers();
    eraseIfAsked();
    expect([quit.mock.calls.length, erase.mock.calls.length]).toEqual([0, 0]);
  });

  it('quits once it has answered, and erases as the very last', async () => {
    const { uninstall, eraseIfAsked } = made();
    await uninstall({ supportFolder: true });
    expect([quit.mock.calls.length, erase.mock.calls.length]).toEqual([0, 0]);
    vi.runAllTimers();
    expect([quit.mock.calls.length, erase.mock.calls.length]).toEqual([1, 0]);
    eraseIfAsked();
    expect(erase).toHaveBeenCalledOnce();
  });

  it.each<[string, Removal]>([
    ['a hold could not be put back', { parts: [], isStopped: true }],
    [
      'something could not be taken out',
      {
        parts: [{ part: 'shell-lines', what: '~/.zshrc', outcome: { kind: 'failed', reason: 'No.' } }],
        isStopped: false,
      },
    ],
  ])('erases nothing and stays where %s', async (_what, found) => {
    takeOut.mockResolvedValue(found);
    const { uninstall, eraseIfAsked } = made();
    await uninstall({ supportFolder: true });
    vi.runAllTimers();
    eraseIfAsked();
    expect([quit.mock.calls.length, erase.mock.calls.length]).toEqual([0, 0]);
  });

  it.each<[LaunchAtLogin, boolean, boolean | null]>([
    ['enabled', true, false],
    ['requires-approval', true, false],
    ['enabled', false, true],
    ['not-registered', true, null],
    ['not-found', true, null],
    ['unavailable', true, null],
  ])('switches the login item that is %s off and reads it back (macOS obeys: %s)', async (status, obeys, remains) => {
    const { uninstall, set } = made(status, obeys);
    await uninstall({ supportFolder: false });
    expect(optionsOf()?.switchOffLoginItem?.() ?? null).toBe(remains);
    expect(set).toHaveBeenCalledTimes(remains === null ? 0 : 1);
  });
});
