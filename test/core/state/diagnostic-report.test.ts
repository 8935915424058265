import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { type DiagnosticFacts, diagnosticReport } from '../../../electron/core/state/diagnostic-report';
import { nothingYet } from '../../../electron/core/state/monitor-state';
import type { Hold } from '../../../electron/core/words/hold';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { claudeCodeActivity, claudeCodeProcess, credential, keychain, readings } from '../sample-facts';

const now = Date.UTC(2026, 8, 10, 12);

const hostile = {
  user: 'bob',
  host: 'studio-7.acme.example',
  account: 'ceo@acme.example',
  folder: '/Users/bob/Acme Merger/plan',
  session: 'merger talks',
  keychain: '/Users/bob/Library/Keychains/acme-payroll.keychain-db',
};
const settings = { lockOnSleep: true, idleTimeoutSeconds: 300 };
const held = { path: hostile.keychain, restores: settings, wasLocked: false };
const hold: Hold = {
  state: 'restoring',
  waitsFor: 'decision',
  ...{ end: { kind: 'open' }, startedAt: '2026-09-10T11:00:00.000Z', restores: settings, keepAwake: true },
  ...{ owner: 'app', relock: 'as-before', session: 'desktop', isElsewhere: false, keychains: [held] },
  problems: [
    {
      ...{ path: hostile.keychain, kind: 'missing', before: settings, foundAt: '/Users/bob/Merger' },
      sentence: `${hostile.keychain} is gone.`,
    },
  ],
};

const everyName = (names: typeof hostile): Snapshot => ({
  ...buildSnapshot(readings(), null, now),
  keychains: [
    keychain({
      path: hostile.keychain,
      forecast: {
        kind: 'hold-end',
        afterwards: { kind: 'never', reason: `As ${names.user} set it.` },
        reason: `Held for ${names.user}.`,
      },
    }),
  ],
  sessions: [
    {
      ...{
        id: `tmux-server:/private/tmp/${names.session}`,
        kind: 'tmux-server',
        name: names.session,
        user: names.user,
      },
      ...{ from: names.host, remoteClientsFrom: ['10.1.2.3'], bornIn: 'ssh', sees: 'locked', basis: 'measured' },
      reason: `${names.user} started ${names.session} from ${names.host}.`,
      verdict: `In ${names.session}: all of ${names.account}.`,
      help: { kind: 'copy-command', command: `ssh ${names.host}` },
    },
  ],
  credentials: [
    credential({
      account: names.account,
      reason: `It is ${names.account} in ${names.folder}/.env.`,
      symptom: `No ${names.account}`,
    }),
  ],
  claudeCode: claudeCodeActivity({
    processes: [claudeCodeProcess({ account: names.account, folder: names.folder, terminal: names.session })],
    nextRefresh: {
      kind: 'stored',
      at: '2026-09-10T13:00:00.000Z',
      account: names.account,
      reason: `As ${names.account} has it.`,
    },
    refreshLock: {
      state: 'stuck',
      path: `${names.folder}/.lock`,
      touchedAt: '2026-09-10T10:00:00.000Z',
      reason: `${names.folder}/.lock is old.`,
    },
    advice: [
      {
        sentence: `Restart that of ${names.account}.`,
        help: { kind: 'copy-command', name: 'remove-refresh-lock', command: `rmdir ${names.folder}` },
      },
    ],
  }),
  warnings: [
    {
      ...{
        code: 'ssh-server-locked',
        severity: 'warning',
        title: `${names.session} is locked`,
        detail: `${names.user} at ${names.host}.`,
      },
      actions: [{ kind: 'unlock', keychainPath: hostile.keychain }],
    },
  ],
  hold,
});

const facts = (changes: Partial<DiagnosticFacts> = {}): DiagnosticFacts => ({
  state: {
    ...nothingYet,
    snapshot: everyName(hostile),
    pending: [
      {
        kind: 'unlock',
        target: { kind: 'keychain', path: hostile.keychain },
        phase: 'running',
        startedAt: '2026-09-10T11:59:00.000Z',
      },
    ],
    notice: {
      kind: 'failed',
      code: 'failed',
      sentence: `${hostile.keychain} could not be read.`,
      at: '2026-09-10T11:00:00.000Z',
    },
    freshLoginTest: {
      at: '2026-09-10T11:00:00.000Z',
      sees: 'locked',
      reason: `${hostile.host} refused ${hostile.user}.`,
    },
    desktopTmux: {
      ...{ state: 'running', reason: `At ${hostile.host}.`, attachCommand: `ssh ${hostile.host}` },
      launchAgent: { installed: true, path: '/Users/bob/Library/LaunchAgents/x.plist', plist: hostile.folder },
    },
    commandLink: { kind: 'refused', reason: `${hostile.folder}/bin is a folder.` },
    shellHelpers: [{ kind: 'refused', shell: 'zsh', reason: `${hostile.folder}/.zshrc is a folder.` }],
    ...{ preferences: { beat: 'normal' }, launchAtLogin: 'enabled', appVersion: '1.2.3' },
    ...{ preferencesNotice: null, notificationsNotice: null, shortcutProblem: `Of ${hostile.user}.` },
    keepUnlockedShortcutProblem: `Of ${hostile.user}.`,
  },
  eventCounts: [{ event: 'settings: not written: Error ENOSPC', count: 3 }],
  versions: { electron: '45.4.1', node: '22.20.0' },
  ...{ platform: 'darwin', userName: hostile.user, homeFolder: '/Users/bob', now },
  ...changes,
});

it('names nobody and no place, in whatever field it stands', () => {
  const text = diagnosticReport(facts());
  for (const word of [
    'bob',
    'acme',
    'studio',
    'ceo',
    'merger',
    'talks',
    'payroll',
    '10.1.2.3',
    'ssh-server:/',
    'ssh user',
  ]) {
    expect(text.toLowerCase()).not.toContain(word);
  }
  expect(text).toContain('user-1');
});

it('is JSON with the states, the versions, the choices and what was logged, and ends with an end of line', () => {
  const text = diagnosticReport(facts());
  expect(text.endsWith('}\n')).toBe(true);
  expect(JSON.parse(text)).toMatchObject({
    schemaVersion: 1,
    madeAt: '2026-09-10T12:00:00.000Z',
    versions: { latchkey: '1.2.3', electron: '45.4.1', node: '22.20.0', platform: 'darwin', macos: '26.1' },
    preferences: { beat: 'normal' },
    loggedSinceStart: [{ event: 'settings: not written: Error ENOSPC', count: 3 }],
    state: {
      snapshot: {
        keychains: [
          { path: '~/Library/Keychains/keychain-1', forecast: { kind: 'hold-end', afterwards: { kind: 'never' } } },
        ],
        sessions: [{ kind: 'tmux-server', user: 'user-1', sees: 'locked', help: 'copy-command' }],
        warnings: [{ code: 'ssh-server-locked', actions: ['unlock'] }],
        hold: {
          state: 'restoring',
          problems: [{ kind: 'missing', sentence: '~/Library/Keychains/keychain-1 is gone.' }],
        },
      },
      pending: [{ kind: 'unlock' }],
    },
  });
});

it('tells each field, and no other', () => {
  const state = { ...facts().state, wokeAt: '2026-09-10T08:00:00.000Z' };
  expect(JSON.parse(diagnosticReport(facts({ state })))).toEqual(
    JSON.parse(readFileSync(join(import.meta.dirname, 'diagnostic-example.json'), 'utf8')),
  );
});

it('tells what could not be read, with a reason in which nobody is named', () => {
  const reason = `${hostile.user} at ${hostile.host}.`;
  const redacted = 'user-1 at host-1.';
  const mark = { asOf: '2026-09-10T11:00:00.000Z', reason };
  const whole = everyName(hostile);
  const [session] = whole.sessions;
  const snapshot: Snapshot = {
    ...whole,
    keychains: [
      keychain({
        lock: { state: 'unknown', session: 'desktop', reason },
        autoLock: { source: 'unknown', reason },
        forecast: { kind: 'unknown', reason },
      }),
    ],
    sessions: session === undefined ? [] : [{ ...session, unread: mark, exportedVariables: ['GH_TOKEN'] }],
    credentials: [
      credential({ unread: mark, reason: '' }),
      credential({ tool: 'gh', installed: false }),
      credential({ tool: 'git', account: '' }),
    ],
    claudeCode: claudeCodeActivity({
      processes: [claudeCodeProcess({ certainty: 'possible' as never })],
      problem: reason,
      nextRefresh: { kind: 'none', reason },
      refreshLock: { state: 'unknown', reason } as never,
    }),
    hold: { ...hold, state: 'on', until: '2026-09-10T13:00:00.000Z' } as Hold,
    unread: [{ part: 'credentials', tool: 'gh', since: mark.asOf, lastReadAt: mark.asOf, reason }],
  };
  const plan = { shell: 'zsh', file: `${hostile.folder}/.zshrc`, isInstalled: true };
  const state = {
    ...facts().state,
    snapshot,
    shellHelpers: [{ kind: 'plan', plan }] as never,
    preferencesNotice: reason,
    notificationsNotice: reason,
  };
  const told = JSON.parse(diagnosticReport(facts({ state })));
  expect(told.problems).toMatchObject({ preferences: redacted, notifications: redacted });
  expect(told.state.shellHelpers).toEqual([{ shell: 'zsh', file: '~/folder-1/folder-2/.zshrc', isInstalled: true }]);
  expect(told.state.snapshot).toMatchObject({
    keychains: [
      {
        lock: { state: 'unknown', session: 'desktop', reason: redacted },
        autoLock: { source: 'unknown', reason: redacted },
        forecast: { kind: 'unknown', reason: redacted },
      },
    ],
    sessions: [{ unreadAsOf: mark.asOf, exportedVariables: ['GH_TOKEN'] }],
    credentials: [{ unreadAsOf: mark.asOf }, { tool: 'git' }],
    notInstalled: ['gh'],
    unread: [{ part: 'credentials', tool: 'gh', since: mark.asOf, lastReadAt: mark.asOf, reason: redacted }],
  });
  expect(told.state.snapshot.claudeCode).toMatchObject({
    processes: [{ certainty: 'possible' }],
    problem: redacted,
    nextRefresh: { kind: 'none', reason: redacted },
    refreshLock: { state: 'unknown', reason: redacted },
  });
  expect(told.state.snapshot.claudeCode.processes[0]).not.toHaveProperty('account');
  expect(told.state.snapshot.claudeCode.nextRefresh).not.toHaveProperty('at');
  expect(told.state.snapshot.hold).toMatchObject({ state: 'on', until: '2026-09-10T13:00:00.000Z' });
  expect(told.state.snapshot.hold).not.toHaveProperty('problems');
});

it('takes no absent name for one', () => {
  const whole = everyName(hostile);
  const [session] = whole.sessions;
  const { name: _name, from: _from, remoteClientsFrom: _clients, ...nameless } = session ?? expect.unreachable();
  const snapshot = {
    ...whole,
    sessions: [{ ...nameless, reason: 'undefined, null' }],
    hold: { state: 'off' } as const,
  };
  const told = JSON.parse(diagnosticReport(facts({ state: { ...facts().state, snapshot } })));
  expect(told.state.snapshot.sessions[0]).toMatchObject({ user: 'user-1', reason: 'undefined, null' });
  expect(Object.keys(told.state.snapshot.sessions[0])).not.toContain('name');
  expect(told.state.snapshot.hold).toEqual({ state: 'off' });
});

it('keeps every word of its own where the names are such words', () => {
  const names = { ...hostile, user: 'on', session: 'locked', host: 'state', account: 'kind', folder: '/tmp/reason' };
  const state = { ...facts().state, snapshot: everyName(names) };
  const text = diagnosticReport(facts({ state, userName: 'on', homeFolder: '/Users/on' }));
  expect(JSON.parse(text)).toMatchObject({
    state: {
      snapshot: {
        sessions: [{ kind: 'tmux-server', user: 'user-1', bornIn: 'ssh', sees: 'locked', basis: 'measured' }],
      },
    },
  });
  expect(JSON.parse(text).state.snapshot.sessions[0].name).not.toBe('locked');
  expect(JSON.parse(text).state.snapshot.sessions[0].from).not.toBe('state');
  expect(text).not.toContain('/Users/on');
});

it('is made before anything was seen', () => {
  const state = { ...facts().state, ...nothingYet };
  expect(JSON.parse(diagnosticReport(facts({ state })))).toMatchObject({
    versions: { macos: 'unknown' },
    state: { snapshot: null, notice: null, freshLoginTest: null, desktopTmux: null, shellHelpers: null },
  });
});
