import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cures } from '../../../electron/core/diagnosis/causes/cures';
import type { DiagnosisRun } from '../../../electron/core/diagnosis/diagnosis-run';
import { doctorReport } from '../../../electron/core/diagnosis/doctor-report';
import { diagnose } from '../../../electron/core/diagnosis/engine';
import { measured } from '../../../electron/core/diagnosis/facts';
import { success } from '../../../electron/core/outcome';
import { defaultPreferences } from '../../../electron/core/preferences/preferences';
import { nothingYet } from '../../../electron/core/state/monitor-state';
import type { Monitor } from '../../../electron/monitor/monitor';
import type { VerbHandlers } from '../../../electron/shell/ipc/verb-call';
import { type VerbPorts, verbHandlers } from '../../../electron/shell/ipc/verb-handlers';
import { settingsPaneOpener } from '../../../electron/shell/settings/system-settings';
import { desktop, facts, loginPath, nextLogin, sshLogin } from '../../core/diagnosis/sample-diagnosis-facts';

const asked = { tool: null, symptom: null, hasMessage: false, network: false };
const found = facts({
  clockSkewSeconds: measured(900),
  sessions: measured([desktop('unlocked', false), sshLogin('locked', { isThisSession: true }), nextLogin()]),
});
const done: DiagnosisRun = {
  phase: 'done',
  asked,
  report: doctorReport([], diagnose(found), 0),
  afterCure: null,
};

describe('the verbs of the diagnosis', () => {
  const diagnosing = {
    diagnose: vi.fn(() => Promise.resolve(success(done))),
    diagnoseAgain: vi.fn(() => Promise.resolve(success(done))),
    cancelDiagnosis: vi.fn(),
  };
  const copyText = vi.fn(() => Promise.resolve());
  const openPane = vi.fn(() => Promise.resolve());
  let diagnosis: DiagnosisRun | null;
  let networkChecks: boolean;
  let handlers: VerbHandlers;

  beforeEach(() => {
    vi.clearAllMocks();
    diagnosis = done;
    networkChecks = false;
    const monitor = { diagnosing, state: () => ({ ...nothingYet, diagnosis }) } as unknown as Monitor;
    const preferences = { current: () => ({ ...defaultPreferences, networkChecks }), change: vi.fn() };
    const settings = { preferences, openCurePane: openPane, diagnostic: {} };
    handlers = verbHandlers({ monitor, settings, copyText } as unknown as VerbPorts);
  });

  it('pass the question on, and give nothing of the answer back', async () => {
    const question = { tool: 'gh', symptom: 'login-loop', message: 'X Failed to log in' } as const;
    await expect(handlers['diagnosis.ask'](question)).resolves.toBeUndefined();
    expect(diagnosing.diagnose).toHaveBeenCalledExactlyOnceWith({ ...question, network: false });
    await expect(handlers['diagnosis.askAgain'](undefined)).resolves.toBeUndefined();
    networkChecks = true;
    const tried = { cause: 'ssh-login-locked', cure: 'unlock-in-ssh-login' } as const;
    await handlers['diagnosis.askAgain'](tried);
    const notShown = handlers['diagnosis.askAgain']({ ...tried, cause: 'desktop-locked' });
    await expect(notShown).rejects.toThrow(RangeError);
    expect(diagnosing.diagnoseAgain.mock.calls).toEqual([
      [undefined, false],
      [tried, true],
    ]);
    handlers['diagnosis.cancel'](undefined);
    expect(diagnosing.cancelDiagnosis).toHaveBeenCalledOnce();
  });

  it.each([
    [false, undefined, false],
    [false, true, false],
    [true, undefined, true],
    [true, true, true],
    [true, false, false],
  ])('with network checks allowed %s and %s asked, the network is used: %s', async (allowed, wished, used) => {
    networkChecks = allowed;
    await handlers['diagnosis.ask'](wished === undefined ? {} : { network: wished });
    expect(diagnosing.diagnose).toHaveBeenCalledExactlyOnceWith({ network: used });
  });

  it('copy the command of a cure that is shown, and nothing else', async () => {
    const shown = { cause: 'ssh-login-locked', cure: 'unlock-in-ssh-login' } as const;
    await handlers['diagnosis.copyCommand'](shown);
    expect(copyText).toHaveBeenCalledExactlyOnceWith(`security unlock-keychain ${loginPath}`);
    expect(() => handlers['diagnosis.copyCommand']({ ...shown, cause: 'desktop-locked' })).toThrow(RangeError);
    expect(() => handlers['diagnosis.copyCommand']({ cause: 'clock-wrong', cure: 'set-clock' })).toThrow(RangeError);
    for (const nothingShown of [null, { phase: 'cancelled', asked, at: '' }] as const) {
      diagnosis = nothingShown;
      expect(() => handlers['diagnosis.copyCommand'](shown)).toThrow(RangeError);
    }
    expect(copyText).toHaveBeenCalledOnce();
  });

  it('open the pane of a cure that is shown', async () => {
    await handlers['diagnosis.openPane']({ cause: 'clock-wrong', cure: 'set-clock' });
    expect(openPane).toHaveBeenCalledExactlyOnceWith(
      'x-apple.systempreferences:com.apple.Date-Time-Settings.extension',
    );
    expect(() => handlers['diagnosis.openPane']({ cause: 'ssh-login-locked', cure: 'unlock-in-ssh-login' })).toThrow(
      RangeError,
    );
  });
});

describe('the panes of System Settings', () => {
  const openExternal = vi.fn(() => Promise.resolve());
  const openPane = settingsPaneOpener(openExternal);
  beforeEach(() => openExternal.mockClear());

  const urls = Object.values(cures).flatMap(({ action }) => (action?.kind === 'settings-pane' ? [action.url] : []));

  it('has every pane that a cure names', async () => {
    for (const url of urls) await openPane(url);
    expect(openExternal.mock.calls.map(([url]: readonly unknown[]) => url)).toEqual(urls);
    expect(urls.length).toBeGreaterThan(3);
  });

  it.each([
    'https://example.com',
    'file:///Applications/Calculator.app',
    'x-apple.systempreferences:',
    'x-apple.systempreferences:com.apple.Date-Time-Settings.extension?x',
    'X-APPLE.SYSTEMPREFERENCES:com.apple.settings.Storage',
    '',
  ])('opens nothing else: %j', async (url) => {
    await expect(openPane(url)).rejects.toThrow(RangeError);
    expect(openExternal).not.toHaveBeenCalled();
  });
});
