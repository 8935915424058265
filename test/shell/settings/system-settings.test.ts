import { describe, expect, it, vi } from 'vitest';
import { systemSettingsPanes } from '../../../electron/contract/contract';
import { defaultPreferences } from '../../../electron/core/preferences/preferences';
import { follow } from '../../../electron/shell/preferences/preferences-store';
import { openSystemSettings } from '../../../electron/shell/settings/system-settings';
import { sourceFiles } from '../../project-files';

describe('opening System Settings', () => {
  it.each(systemSettingsPanes)('opens %s at an address of its own, and nothing else', async (pane) => {
    const open = vi.fn((_address: string) => Promise.resolve());
    expect(await openSystemSettings(open, 'darwin', vi.fn())(pane)).toEqual({ ok: true });
    expect(open).toHaveBeenCalledOnce();
    expect(open.mock.lastCall?.[0]).toMatch(/^x-apple\.systempreferences:com\.apple\.[A-Za-z]+-Settings\.extension$/);
  });

  it('says the way there where macOS refuses, and does not try elsewhere', async () => {
    const log = vi.fn();
    const refuse = () => Promise.reject(new Error('no'));
    expect(await openSystemSettings(refuse, 'darwin', log)('notifications')).toEqual({
      ...{ ok: false, code: 'not-opened' },
      reason: 'macOS did not open it. Open System Settings › Notifications yourself.',
    });
    expect(log).toHaveBeenCalledOnce();
    const open = vi.fn(() => Promise.resolve());
    expect(await openSystemSettings(open, 'linux', log)('focus')).toMatchObject({ ok: false, code: 'not-a-mac' });
    expect(open).not.toHaveBeenCalled();
  });

  it('has one table of such addresses, and one file opens any', () => {
    const files = [...sourceFiles('electron'), ...sourceFiles('renderer')];
    const containing = (text: string) => files.filter((file) => file.text.includes(text)).map(({ path }) => path);
    expect(containing('x-apple.systempreferences:')).toEqual(['electron/core/words/settings-panes.ts']);
    expect(containing('shell.openExternal(')).toEqual(['electron/shell/settings/electron-settings.ts']);
  });
});

describe('the pace of looking', () => {
  it('is told to the monitor at the start and when another one is chosen', () => {
    const setBeat = vi.fn();
    let preferences = { ...defaultPreferences };
    let listener = (): void => undefined;
    follow({ current: () => preferences, subscribe: (told) => (listener = told) }, 'beat', setBeat);
    expect(setBeat).toHaveBeenLastCalledWith('normal');
    preferences = { ...preferences, showTitle: true };
    listener();
    expect(setBeat).toHaveBeenCalledOnce();
    preferences = { ...preferences, beat: 'relaxed' };
    listener();
    expect(setBeat).toHaveBeenLastCalledWith('relaxed');
  });
});
