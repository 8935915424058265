import { describe, it, type TestContext } from 'vitest';
import type { UnreadPart } from '../../electron/core/words/reading';
import type { Fault, Scenario } from '../simulator/parsing/scenario';
import { breakFolder } from '../system/broken-folder';
import { patience } from '../vitest/patience';
import { createDeskMac } from './desk-mac';
import { deskScenario, loginPath } from './desk-scenario';
import { readStatus, runLatchkey } from './run-latchkey';

/** Every tool that the simulated Mac has and that a look may ask. */
const tools = ['security', 'osascript', 'launchctl', 'ps', 'who', 'tmux', 'defaults', 'fdesetup', 'pmset', 'sw_vers'];
const hangMs = 600_000;
const everythingHangs: readonly Fault[] = tools.map((tool) => ({ tool, hangMs }));

const visited = (faults: readonly Fault[]): Scenario =>
  deskScenario(true, {
    remoteLogin: true,
    sessions: [
      { id: 'desk', kind: 'desktop', unlocked: [loginPath] },
      { id: 'from-laptop', kind: 'ssh', tty: 'ttys004', from: '192.168.1.9', unlocked: [] },
    ],
    processes: [
      { pid: 700, ppid: 1, session: 'desk', command: 'claude', startedAt: '2026-09-10T08:00:00Z' },
      { pid: 701, ppid: 1, session: 'desk', command: 'claude', startedAt: '2026-09-10T08:00:00Z' },
    ],
    tmux: [{ socket: 'default', session: 'desk', serverPid: 900, clients: [] }],
    files: { '~/.claude/settings.json': {} },
    faults: [...faults],
  });

/** These wait for bounds of some seconds: side by side they wait together. */
const macWith = (context: TestContext, faults: readonly Fault[]) => createDeskMac(visited(faults), {}, context);

const partsOf = (unread: readonly { readonly part: UnreadPart }[] | undefined): readonly UnreadPart[] => [
  ...new Set(unread?.map(({ part }) => part)),
];

describe.concurrent('latchkey status where every tool hangs', () => {
  it(
    'answers within its bounds, says of each part that it is unread, and does not end with 0',
    async (context) => {
      const { expect } = context;
      const mac = await macWith(context, everythingHangs);
      const status = await readStatus(mac);
      expect(status.keychains.map(({ path, lock }) => [path, lock.state])).toEqual([[loginPath, 'unlocked']]);
      expect(status).not.toHaveProperty('awaited');
      expect(partsOf(status.unread)).toEqual([
        'host',
        'keychain-list',
        'remote-access',
        'power-settings',
        'sessions',
        'credentials',
        'claude-code',
      ]);
      expect(status.unread?.every(({ reason, since }) => /did not answer/.test(reason) && since !== '')).toBe(true);
      const codes = status.warnings.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
      expect(codes).toEqual(expect.arrayContaining(partsOf(status.unread).map((part) => `${part}-unknown`)));
      expect(status.exitCode).toBe(1);
    },
    patience(120_000),
  );

  it(
    'says so in words, each part by its name',
    async (context) => {
      const { expect } = context;
      const { stdout, code } = await runLatchkey(await macWith(context, everythingHangs), ['status']);
      expect(code).toBe(1);
      const notRead = stdout.slice(stdout.indexOf('Not read'), stdout.indexOf('Warnings')).replaceAll(/\s+/g, ' ');
      for (const name of ['Remote sessions', 'List of keychains', 'Remote access', 'Sleep settings', 'Stored logins']) {
        expect(notRead).toMatch(new RegExp(`${name}( \\([^)]*\\))?: not read since`));
      }
      expect(notRead).toContain(
        'Remote sessions: not read since 09:00, never before; /bin/ps did not answer within 4 s.',
      );
    },
    patience(120_000),
  );

  it(
    'ends with 70 where the framework is missing as well',
    async (context) => {
      const { expect } = context;
      const status = await readStatus(await macWith(context, [...everythingHangs, { tool: 'Security.framework' }]));
      expect(status.keychains[0]?.lock.state).toBe('unknown');
      expect(status.exitCode).toBe(70);
    },
    patience(120_000),
  );
});

const ways: readonly (readonly [string, Omit<Fault, 'tool'>])[] = [
  ['hangs', { hangMs }],
  ['crashes', { signal: 'SIGSEGV' }],
  ['ends with an error', { exit: 1, stderr: 'no\n' }],
  ['is garbled', { exit: 0, stdout: '\ufffd{"<<\n' }],
];
const parts: readonly (readonly [string, UnreadPart])[] = [
  ['ps', 'sessions'],
  ['who', 'sessions'],
  ['tmux', 'sessions'],
  ['fdesetup', 'remote-access'],
  ['defaults', 'remote-access'],
  ['pmset', 'power-settings'],
  ['sw_vers', 'host'],
];

/** Any text may be the name of a user. */
const canBeTold = (tool: string, way: string) => !(tool === 'defaults' && way === 'is garbled');

describe.concurrent.each(parts)('latchkey status where %s', (tool, part) => {
  it.for(ways.filter(([way]) => canBeTold(tool, way)))(
    '%s says that the part is unread, keeps every login, and ends with 1',
    { timeout: patience(60_000) },
    async ([_way, fault], context) => {
      const { expect } = context;
      const status = await readStatus(await macWith(context, [{ tool, ...fault }]));
      expect(partsOf(status.unread)).toContain(part);
      const codes = status.warnings.map(({ code, severity }) => [code, severity]);
      expect(codes).toContainEqual([`${part}-unknown`, 'warning']);
      expect(status.sessions.find(({ tty }) => tty === 'ttys004')).toMatchObject({ kind: 'ssh', user: 'alice' });
      expect(status.keychains[0]?.lock.state).toBe('unlocked');
      expect(status.exitCode).toBe(1);
    },
  );
});

describe.concurrent('latchkey status where a folder cannot be listed', () => {
  it.for<[string, readonly UnreadPart[]]>([
    ['/Users/alice/.claude/sessions', ['sessions', 'claude-code']],
    ['/Library/Application Support/ClaudeCode/managed-settings.d', ['credentials']],
  ])(
    'says which parts are unread, with the reason, and ends with 1: %s',
    { timeout: patience(60_000) },
    async ([folder, unread], context) => {
      const { expect } = context;
      const mac = await macWith(context, []);
      breakFolder(mac.root + folder);
      const status = await readStatus(mac);
      expect(partsOf(status.unread)).toEqual(unread);
      for (const { reason } of status.unread ?? []) {
        expect(reason).toContain(`${folder} could not be listed: macOS answered ELOOP.`);
      }
      expect(status.exitCode).toBe(1);
    },
  );
});

describe.concurrent('latchkey doctor', () => {
  const results = async (context: TestContext, faults: readonly Fault[]) => {
    const { stdout } = await runLatchkey(await macWith(context, faults), ['doctor', '--json']);
    const { checks } = JSON.parse(stdout) as {
      checks: readonly { readonly id: string; readonly result: string; readonly sentence: string }[];
    };
    return new Map(checks.map((check) => [check.id, check]));
  };

  it(
    'says fine of nothing that it could not look at',
    async (context) => {
      const { expect } = context;
      const found = await results(context, everythingHangs);
      for (const id of ['credentials', 'claude-processes', 'keychain-list', 'keychain-lock']) {
        expect([id, found.get(id)?.result]).not.toEqual([id, 'fine']);
      }
    },
    patience(120_000),
  );

  it(
    'says that it could not look at the logins where security hangs',
    async (context) => {
      const { expect } = context;
      const found = await results(context, [{ tool: 'security', hangMs }]);
      const sentence = expect.stringMatching(/^Could not look: the security tool did not answer within 5 s/);
      expect(found.get('credentials')).toMatchObject({ result: 'not-possible', sentence });
      expect(found.get('keychain-list')).toMatchObject({ result: 'not-possible', sentence });
    },
    patience(60_000),
  );

  it(
    'says that it could not look at the Claude Codes where ps hangs',
    async (context) => {
      const { expect } = context;
      expect((await results(context, [{ tool: 'ps', hangMs }])).get('claude-processes')).toMatchObject({
        result: 'not-possible',
        sentence: expect.stringMatching(/^Could not look: .*\/bin\/ps did not answer/),
      });
    },
    patience(60_000),
  );

  it(
    'counts the Claude Codes that run where ps answers',
    async (context) => {
      const { expect } = context;
      expect((await results(context, [])).get('claude-processes')).toMatchObject({
        result: 'fine',
        sentence: '2 Claude Codes are running; no refresh lock is stuck.',
      });
    },
    patience(60_000),
  );
});

describe.concurrent('a tmux server that tells an impossible time', () => {
  it.for(['99999999999999999', '253402300800', '9007199254740993', '0x10', '-1', '1e99'])(
    '%s touches neither the lock state nor a session',
    { timeout: patience(60_000) },
    async (time, context) => {
      const { expect } = context;
      const stdout = `session 900 ${time} work\nclient 99999999999999999999 /dev/ttys001\n`;
      const status = await readStatus(
        await macWith(context, [{ tool: 'tmux', when: 'list-sessions', stdout, exit: 0 }]),
      );
      expect(status.keychains[0]?.lock.state).toBe('unlocked');
      expect(status.sessions.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['ssh', 'tmux-server']));
    },
  );
});
