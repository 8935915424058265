import { appendFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type BoundedTools, createBoundedTools } from '../../../electron/system/children/bounded-tools';
import { createRemoteSessionReader } from '../../../electron/system/sessions/remote-sessions';
import type { ScenarioTmuxServer } from '../../simulator/parsing/scenario';
import { readValue, rowsOf } from '../read-value';
import { type MacWithDoors, macWithDoors, onTheDesktop, twoKeychains } from '../simulated-doors';

const overSsh = { SSH_CONNECTION: '192.168.1.9 52144 192.168.1.20 22' };
const startedAt = '2026-09-10T11:00:00Z';
const vsCode = '/Users/alice/.vscode-server/bin/abc/node /Users/alice/.vscode-server/bin/abc/out/server-main.js';

const servers: readonly ScenarioTmuxServer[] = [
  {
    socket: 'default',
    session: 'desktop',
    serverPid: 6000,
    sessionNames: ['notes'],
    clients: [{ pid: 6200, tty: 'ttys001', sessionName: 'work' }],
  },
  {
    socket: 'inner',
    session: 'desktop',
    serverPid: 6500,
    env: { ...overSsh, TMUX: '/private/tmp/tmux-501/default,6000,0' },
    clients: [],
  },
  { socket: '/Users/alice/.t/tmux-501/default', session: 'desktop', serverPid: 8000, clients: [] },
];

let at: MacWithDoors;
beforeAll(async () => {
  at = await macWithDoors({
    ...twoKeychains,
    // It uses the desktop's own session, so it adds no row.
    screenSharing: true,
    processes: [
      { pid: 4407, ppid: 1, uid: 0, session: 'ssh-2', command: 'sshd-session: alice [priv]', startedAt },
      { pid: 4410, ppid: 4407, session: 'ssh-2', command: 'sshd-session: alice@notty', startedAt },
      { pid: 4411, ppid: 4410, session: 'ssh-2', command: vsCode, startedAt },
      { pid: 4412, ppid: 4411, session: 'ssh-2', command: `${vsCode} --type=extensionHost`, startedAt },
      { pid: 4413, ppid: 4410, session: 'ssh-2', command: '/Users/alice/.cursor-server/cli/server/node', startedAt },
      { pid: 4500, ppid: 1, session: 'gone', command: vsCode.replace('abc', 'old'), startedAt },
      { pid: 5001, ppid: 1, session: 'gone', env: overSsh, command: 'mosh-server new -s', startedAt },
      { pid: 5102, ppid: 1, session: 'gone', env: overSsh, command: 'SCREEN -S far', startedAt },
      { pid: 5103, ppid: 1, session: 'desktop', command: 'SCREEN -dmS near', startedAt },
      { pid: 5104, ppid: 1, session: 'gone', command: '/usr/bin/SCREEN -S hidden', startedAt },
      { pid: 5105, ppid: 4411, session: 'ssh-2', command: 'SCREEN -S below', startedAt },
      { pid: 700, ppid: 1, session: 'gone', env: overSsh, command: 'claude', startedAt },
      { pid: 701, ppid: 6000, session: 'desktop', env: overSsh, command: 'claude --background', startedAt },
      {
        pid: 8000,
        ppid: 1,
        session: 'desktop',
        command: 'tmux new -s moved',
        startedAt,
        env: { TMUX_TMPDIR: '/Users/alice/.t' },
      },
      { pid: 8100, ppid: 1, session: 'gone', command: 'tmux new -s lost', startedAt, env: overSsh },
    ],
    tmux: servers,
    files: {
      '~/.claude/sessions/701.json': {
        pid: 701,
        kind: 'bg',
        name: 'fix the build',
        procStart: 'Thu Sep 10 11:00:00 2026',
      },
      '~/.claude/sessions/702.json': { pid: 702, kind: 'bg', procStart: 'Thu Sep 10 11:00:00 2026' },
    },
  });
});
afterAll(() => at.mac.dispose());

/** The host's zone decides what `ps` prints and what is read; the session file above tells UTC. */
const host = () => ({ ...at.host(), environment: { ...at.host().environment, TZ: 'UTC' } });

const passesAMinute = () => at.mac.clock.advance(61_000);

describe('what outlives a login', () => {
  it('is found with its name, where it was born, and why', async () => {
    vi.stubEnv('TZ', 'UTC');
    const rows = readValue(await createRemoteSessionReader(host(), createBoundedTools(host()), onTheDesktop)());
    const found = rows
      .filter(({ kind }) => kind !== 'ssh')
      .map(({ id, name, bornIn, from }) => [id, name, bornIn, from]);
    expect(found).toEqual([
      ['tmux-server:/private/tmp/tmux-501/default', 'notes, work', 'desktop', undefined],
      ['tmux-server:/private/tmp/tmux-501/inner', 'inner', 'desktop', undefined],
      ['tmux-server:/Users/alice/.t/tmux-501/default', 'moved', 'desktop', undefined],
      ['tmux-server:pid-8100', 'without a socket, pid 8100', 'ssh', '192.168.1.9'],
      ['screen:5102', 'far', 'ssh', '192.168.1.9'],
      ['screen:5103', 'near', 'desktop', undefined],
      ['screen:5104', 'hidden', 'unknown', undefined],
      ['screen:5105', 'below', 'ssh', undefined],
      ['mosh:5001', undefined, 'ssh', '192.168.1.9'],
      ['agent-daemon:701', 'Claude Code: fix the build', 'desktop', undefined],
      ['agent-daemon:700', 'Claude Code', 'ssh', '192.168.1.9'],
      ['editor-server:vs-code:4410', 'VS Code', 'ssh', undefined],
      ['editor-server:cursor:4410', 'Cursor', 'ssh', undefined],
    ]);
    expect(rows.every(({ grounds }) => grounds !== '')).toBe(true);
    expect(rows.find(({ id }) => id === 'agent-daemon:701')?.grounds).toBe(
      'it runs inside the tmux server “notes, work”, which was started on the desktop',
    );
  });

  it('costs one call of ps once it is known, one of who when a login comes, one of each tmux server when somebody comes', async () => {
    const calls: string[] = [];
    let more = '';
    const asked = createBoundedTools(host());
    const tools: BoundedTools = {
      ask: async (tool, args, kind) => {
        calls.push([tool, ...args].join(' '));
        const answer = await asked.ask(tool, args, kind);
        return tool === '/bin/ps' && answer.ok ? { ...answer, stdout: answer.stdout + more } : answer;
      },
    };
    const read = createRemoteSessionReader(host(), tools, onTheDesktop);
    const first = await read();
    expect(calls.filter((call) => call.includes('-E'))).toHaveLength(1);
    // Of each: its sessions and clients, and the one variable that settles that it is the desktop's.
    expect(calls.filter((call) => call.includes('tmux-501/default'))).toHaveLength(4);
    calls.length = 0;
    expect(await read('what-changed')).toEqual(first);
    const programsAfter = async (asking: 'what-changed' | 'everything', change: () => void) => {
      calls.length = 0;
      change();
      await read(asking);
      return calls.map((call) => call.split(' ')[0]?.split('/').at(-1));
    };
    const comes = (line: string) => () => {
      more += ` ${line}\n`;
    };
    const server = 6000;
    const started = 'Thu Sep 10 11:59:00 2026';
    const tmux = Array<string>(3).fill('tmux');
    expect(await programsAfter('what-changed', passesAMinute)).toEqual(['ps']);
    expect(await programsAfter('what-changed', comes(`6300 6200 501 ttys077 ${started} tmux attach`))).toEqual([
      'ps',
      ...tmux,
    ]);
    expect(await programsAfter('what-changed', comes(`6301 ${server} 501 ttys078 ${started} -zsh`))).toEqual([
      'ps',
      ...tmux,
    ]);
    expect(await programsAfter('what-changed', comes(`6302 ${server} 501 ?? ${started} sh -c date`))).toEqual(['ps']);
    const login = `6303 1 0 ?? ${started} sshd-session: alice@ttys079`;
    expect(await programsAfter('what-changed', comes(login))).toEqual(['ps', 'who']);
    expect(await programsAfter('what-changed', () => appendFileSync(`${at.mac.root}/var/run/utmpx`, 'x'))).toEqual([
      'ps',
      'who',
    ]);
    expect(await programsAfter('what-changed', () => {})).toEqual(['ps']);
    expect(await programsAfter('everything', () => {})).toEqual(['ps', 'who', ...tmux]);
  });

  it('stays known when it does not answer for once, and rests after it let us wait', async () => {
    const calls: string[] = [];
    let isSilent = false;
    const asked = createBoundedTools(host());
    const read = createRemoteSessionReader(
      host(),
      {
        ask: (tool, args, kind) => {
          if (tool.endsWith('tmux')) calls.push(args.join(' '));
          if (tool.endsWith('tmux') && isSilent) return Promise.resolve({ ok: false, reason: 'It did not answer.' });
          return asked.ask(tool, args, kind);
        },
      },
      onTheDesktop,
    );
    const tmuxRows = async (asking: 'what-changed' | 'everything') =>
      rowsOf(await read(asking)).filter(({ kind }) => kind === 'tmux-server');
    const before = await tmuxRows('everything');
    isSilent = true;
    const after = await tmuxRows('everything');
    expect(after.map(({ id, bornIn }) => [id, bornIn])).toEqual(before.map(({ id, bornIn }) => [id, bornIn]));
    expect(after.some(({ attachedClients }) => attachedClients !== undefined)).toBe(false);
    const callsOfNext = async () => {
      calls.length = 0;
      await tmuxRows('what-changed');
      return calls.length;
    };
    expect(await callsOfNext()).toBe(0);
    passesAMinute();
    expect(await callsOfNext()).toBe(3);
    passesAMinute();
    expect(await callsOfNext()).toBe(0);
    passesAMinute();
    expect(await callsOfNext()).toBe(3);
  });
});
