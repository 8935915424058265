import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClaudeCode } from '../../../electron/tools/claude-code/claude-code';
import { createItemLookup } from '../../../electron/tools/common/item-lookup';
import type { Scenario } from '../../simulator/parsing/scenario';
import { longTime } from '../../simulator/parsing/time-texts';
import { breakFolder } from '../../system/broken-folder';
import { loginKeychain, type MacWithDoors, macWithDoors } from '../../system/simulated-doors';

const now = Date.UTC(2026, 8, 10, 12);
const hourMs = 3_600_000;
const startOf = (hoursAgo: number) => now - hoursAgo * hourMs;

const sessionFile = (pid: number, hoursAgo: number, more: object = {}) => ({
  pid,
  sessionId: '11111111-2222-4333-8444-555555555555',
  cwd: '/Users/alice/src/app',
  startedAt: startOf(hoursAgo) + 2_000,
  procStart: longTime(startOf(hoursAgo)),
  version: '2.1.240',
  kind: 'interactive',
  entrypoint: 'cli',
  status: 'busy',
  messagingSocketPath: '/tmp/cc-socks/CANARY.sock',
  ...more,
});
const claude = (pid: number, hoursAgo: number, more: object = {}) => ({
  pid,
  startedAt: startOf(hoursAgo),
  tty: `ttys${pid}`,
  command: 'claude',
  ...more,
});
const files = {
  '~/.claude.json': { oauthAccount: { accountUuid: 'x' } },
  '~/.claude/sessions/101.json': sessionFile(101, 5),
  '~/.claude/sessions/102.json': sessionFile(102, 1, { cwd: '/Users/alice/src/other' }),
  '~/.claude/sessions/103.json': sessionFile(103, 4, { kind: 'bg', entrypoint: 'sdk-cli' }),
  '~/.claude/sessions/104.json': sessionFile(104, 3, { entrypoint: 'claude-vscode' }),
  // Left behind by a crash: another process has the pid now, or none has.
  '~/.claude/sessions/105.json': sessionFile(105, 90),
  '~/.claude/sessions/106.json': sessionFile(106, 90),
  '~/.claude/sessions/107.json': sessionFile(999, 1),
  '~/.claude/sessions/108.json': '{"pid":108',
};
const processes = [
  claude(101, 5),
  claude(102, 1, { command: '/Users/alice/.local/share/claude/versions/2.1.240' }),
  claude(103, 4, { tty: null }),
  claude(104, 3, { tty: null, command: '/Users/alice/.vscode/extensions/anthropic.claude-code/native/claude' }),
  claude(105, 1, { command: '-zsh' }),
  claude(108, 6, { command: 'claude -p "fix it"' }),
  claude(109, 6, { ppid: 101, command: 'claude --worker' }),
  claude(110, 6, { command: '/Applications/Claude.app/Contents/MacOS/claude' }),
  claude(111, 6, { command: 'claude --version' }),
  claude(112, 6, { uid: 502 }),
];

let at: MacWithDoors;
const make = async (more: Partial<Scenario> = {}) => {
  at = await macWithDoors({
    now: '2026-09-10T12:00:00Z',
    user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
    keychains: [
      {
        path: loginKeychain,
        password: 'p',
        isLogin: true,
        isDefault: true,
        items: [
          {
            class: 'genp',
            service: 'Claude Code-credentials',
            account: 'alice',
            data: { claudeAiOauth: { accessToken: 'CANARY', refreshToken: 'CANARY', expiresAt: startOf(-6) } },
            modifiedAt: '@now-2h',
          },
        ],
      },
    ],
    sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [loginKeychain] }],
    files,
    processes,
    ...more,
  });
  at.mac.clock.freeze();
  const doors = at.doors();
  const tool = createClaudeCode({ doors, items: createItemLookup(doors) });
  const read = async () => {
    await tool.look();
    return tool.readActivity();
  };
  return { doors, tool, read };
};
afterEach(() => at.mac.dispose());

const lockFolder = (name: string, touchedAt: number) => {
  const path = `${at.mac.root}/Users/alice/${name}`;
  mkdirSync(path, { recursive: true });
  utimesSync(path, touchedAt / 1000, touchedAt / 1000);
  return path;
};

describe('the Claude Codes that run', () => {
  it('are not known whole where the folder of session files cannot be listed', async () => {
    const { tool, read } = await make();
    const folder = '/Users/alice/.claude/sessions';
    const mend = breakFolder(at.mac.root + folder);
    const problem = `Which Claude Codes run, and with which login, is not known whole. ${folder} could not be listed: macOS answered ELOOP.`;
    expect((await read())?.problem).toBe(problem);
    expect((await tool.readActivity())?.problem).toBe(problem);
    mend();
    expect((await tool.readActivity())?.problem).toBeUndefined();
  });

  it('are not known whole where a session file cannot be read', async () => {
    const { tool, read } = await make();
    const path = '/Users/alice/.claude/sessions/103.json';
    breakFolder(at.mac.root + path);
    const problem = `${path} cannot be read: macOS answered ELOOP.`;
    expect((await read())?.problem).toContain(problem);
    expect((await tool.readActivity())?.problem).toContain(problem);
  });

  it('are those of session files that pid and start time bear out, and others by their names', async () => {
    const activity = await (await make()).read();
    const rows = activity?.processes.map(({ pid, kind, terminal, folder, basis, mayHoldOldToken }) => [
      ...[pid, kind, terminal, folder, basis, mayHoldOldToken],
    ]);
    expect(rows).toEqual([
      [108, 'headless', 'ttys108', undefined, 'process-list', 'yes'],
      [101, 'interactive', 'ttys101', '/Users/alice/src/app', 'session-file', 'yes'],
      [103, 'headless', undefined, '/Users/alice/src/app', 'session-file', 'yes'],
      [104, 'interactive', 'VS Code', '/Users/alice/src/app', 'session-file', 'yes'],
      [102, 'interactive', 'ttys102', '/Users/alice/src/other', 'session-file', 'no'],
    ]);
    expect(activity?.advice.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^4 of 5 Claude Codes started before/),
      expect.stringMatching(/^Headless Claude Codes/),
    ]);
    expect(JSON.stringify(activity)).not.toContain('CANARY');
  });

  it('are told with how sure where no session file tells of them, and what shows them', async () => {
    const extension = '/Users/alice/.cursor/extensions/anthropic.claude-code-2.1.240-darwin-arm64';
    const desktopCopy = '/Users/alice/Library/Application Support/Claude/claude-code/2.1.240/claude.app/Contents/MacOS';
    const activity = await (
      await make({
        processes: [
          claude(121, 9, {
            tty: null,
            command: `${extension}/resources/native-binary/claude --input-format stream-json`,
          }),
          claude(122, 8, { tty: null, command: `${desktopCopy}/claude --input-format stream-json` }),
          claude(123, 7, { tty: null, command: 'node /x/node_modules/@anthropic-ai/claude-agent-sdk/cli.js' }),
          claude(124, 6),
          claude(125, 5, { tty: null, command: 'claude bg-spare --bg-spare /tmp/x' }),
        ],
      })
    ).read();
    const rows = activity?.processes.map(({ pid, kind, terminal, certainty, mayHoldOldToken }) => [
      ...[pid, kind, terminal, certainty, mayHoldOldToken],
    ]);
    expect(rows).toEqual([
      [121, 'interactive', 'Cursor', 'sure', 'yes'],
      // The desktop app hands its own login down.
      [122, 'interactive', 'Claude desktop app', 'sure', 'unknown'],
      [123, 'headless', 'Agent SDK', 'sure', 'yes'],
      [124, 'interactive', 'ttys124', 'likely', 'yes'],
    ]);
  });

  it('are counted for the login of the folder that their session file lies in', async () => {
    const activity = await (
      await make({
        files: {
          ...files,
          '~/.claude-work/.claude.json': { oauthAccount: { accountUuid: 'x' } },
          '~/.claude-work/.credentials.json': {
            claudeAiOauth: { accessToken: 'CANARY', refreshToken: 'CANARY', expiresAt: startOf(-1) },
          },
          '~/.claude-work/sessions/120.json': sessionFile(120, 7),
        },
        processes: [...processes, claude(120, 7)],
        fileTimes: { '~/.claude-work/.credentials.json': '@now-8h' },
      })
    ).read();
    expect(activity?.processes[0]).toMatchObject({ pid: 120, account: '~/.claude-work', mayHoldOldToken: 'no' });
    expect(activity?.processes.find(({ pid }) => pid === 101)).toMatchObject({ account: '~/.claude' });
    // Whose it is cannot be told from the process list.
    expect(activity?.processes.find(({ pid }) => pid === 108)).toMatchObject({ mayHoldOldToken: 'unknown' });
    expect(activity?.nextRefresh).toMatchObject({ kind: 'stored', account: '~/.claude-work' });
  });

  it('are unknown when ps does not answer', async () => {
    const activity = await (await make({ faults: [{ tool: 'ps', exit: 77 }] })).read();
    expect(activity).toMatchObject({ processes: [], problem: expect.any(String), nextRefresh: { kind: 'estimated' } });
  });

  it('are nothing to speak of where there are none and no login', async () => {
    const { read } = await make({
      files: {},
      processes: [],
      keychains: [{ path: loginKeychain, password: 'p', isLogin: true }],
    });
    expect(await read()).toBeNull();
  });

  it('have files that are read again only when they change', async () => {
    const { read } = await make();
    await read();
    const parse = vi.spyOn(JSON, 'parse');
    await read();
    expect(parse).not.toHaveBeenCalled();
    const path = `${at.mac.root}/Users/alice/.claude/sessions/102.json`;
    writeFileSync(path, JSON.stringify(sessionFile(102, 1, { cwd: '/Users/alice/moved' })));
    expect((await read())?.processes.at(-1)).toMatchObject({ pid: 102, folder: '/Users/alice/moved' });
    rmSync(path);
    expect((await read())?.processes.at(-1)).toMatchObject({ pid: 102, basis: 'process-list' });
  });
});

describe('the next refresh', () => {
  it('is estimated from the write of the item, and known once a click has read it', async () => {
    const { doors, tool, read } = await make();
    expect((await read())?.nextRefresh).toMatchObject({ kind: 'estimated', at: new Date(startOf(-6)).toISOString() });
    await tool.readExpiry(doors.security);
    expect((await read())?.nextRefresh).toMatchObject({ kind: 'stored', at: new Date(startOf(-6)).toISOString() });
  });

  it('is none with a key that is set', async () => {
    const settings = { '~/.claude/settings.json': { env: { ANTHROPIC_API_KEY: 'CANARY' } } };
    const activity = await (await make({ files: { ...files, ...settings } })).read();
    expect(activity).toMatchObject({ nextRefresh: { kind: 'none' }, advice: [] });
    expect(activity?.processes.every(({ mayHoldOldToken }) => mayHoldOldToken === 'no')).toBe(true);
  });
});

describe('the refresh lock', () => {
  it.each<[string, string, number, string]>([
    ['held', '.claude/.oauth_refresh.lock', now - 3_000, 'held'],
    ['left behind', '.claude/.oauth_refresh.lock', now - 61_000, 'stuck'],
    ['left behind by an older version', '.claude.lock', now - 61_000, 'stuck'],
    ['dated in the future', '.claude/.oauth_refresh.lock', now + hourMs, 'stuck'],
  ])('%s', async (_what, name, touchedAt, state) => {
    const { read } = await make();
    expect((await read())?.refreshLock).toEqual({ state: 'free' });
    const path = lockFolder(name, touchedAt);
    expect((await read())?.refreshLock).toMatchObject({ state, path: `/Users/alice/${name}` });
    expect(readdirSync(path)).toEqual([]);
  });
});

describe('looking at them', () => {
  it('starts ps once, ends no process, decrypts nothing and asks nobody', async () => {
    const { doors, read } = await make();
    const list = vi.spyOn(doors, 'readProcesses');
    const kill = vi.spyOn(process, 'kill');
    await read();
    expect(list).toHaveBeenCalledTimes(1);
    expect(kill).not.toHaveBeenCalled();
    expect(at.mac.ledger().filter(({ kind }) => kind === 'decrypt' || kind === 'dialog')).toEqual([]);
  });
});
