import { describe, expect, it } from 'vitest';
import { findMoshServers } from '../../../electron/system/processes/mosh-servers';
import { parseProcesses } from '../../../electron/system/processes/process-list';
import { findScreenServers } from '../../../electron/system/processes/screen-servers';
import { findAgentDaemons } from '../../../electron/system/sessions/agent-daemons';
import { backgroundAgents, parseSessionFile } from '../../../electron/system/sessions/agent-session-files';
import { boundRows } from '../../../electron/system/sessions/session-bounds';

const table = (...rows: readonly [pid: number, parentPid: number, tty: string, command: string][]) =>
  parseProcesses(
    rows
      .map(([pid, parentPid, tty, command]) => `${pid} ${parentPid} 501 ${tty} Thu Sep 10 09:16:00 2026 ${command}`)
      .join('\n'),
  );

describe('GNU screen', () => {
  it.each([
    ['SCREEN -S work', 'work'],
    ['/opt/homebrew/bin/SCREEN -dmS work sleep 9', 'work'],
    ['SCREEN -Swork', 'work'],
    ['SCREEN -t title vim', '5102'],
    ['SCREEN', '5102'],
  ])('%s is a server called %s', (command, name) => {
    expect(findScreenServers(table([5102, 1, '??', command]), 501)).toMatchObject([{ name, clients: [] }]);
  });

  it.each(['screen -r work', 'vim SCREEN', 'SCREENSHOT', '-zsh'])('%s is none', (command) => {
    expect(findScreenServers(table([5102, 1, '??', command]), 501)).toEqual([]);
  });

  it("is nobody else's", () => {
    expect(findScreenServers(table([5102, 1, '??', 'SCREEN']), 502)).toEqual([]);
  });

  const two = [
    [5102, 1, '??', 'SCREEN -S work'],
    [5200, 5199, '??', 'SCREEN -S notes'],
    [5199, 400, 'ttys001', 'screen -S notes'],
  ] as const;
  const clientsOf = (...more: readonly (readonly [number, number, string, string])[]) =>
    Object.fromEntries(
      findScreenServers(
        table(...[...two, ...more].map((row) => [...row] as [number, number, string, string])),
        501,
      ).map(({ name, clients }) => [name, clients?.map(({ pid }) => pid) ?? null]),
    );

  it('has the clients that started it or name it', () => {
    expect(clientsOf([5300, 401, 'ttys002', 'screen -r work'], [5301, 401, 'ttys003', 'screen -x 5102.work'])).toEqual({
      work: [5300, 5301],
      notes: [5199],
    });
  });

  it('is not said to have any where one could be of either', () => {
    expect(clientsOf([5300, 401, 'ttys002', 'screen -r'])).toEqual({ work: null, notes: null });
  });

  it('alone has every client that names none', () => {
    const [server] = findScreenServers(table([5102, 1, '??', 'SCREEN'], [5300, 4, 'ttys002', 'screen -r']), 501);
    expect(server?.clients).toHaveLength(1);
  });
});

describe('mosh', () => {
  it('is every mosh-server of this user', () => {
    const processes = table(
      [1, 0, '??', '/sbin/launchd'],
      [5001, 1, '??', 'mosh-server new -s -c 256 -l LANG=en_US.UTF-8'],
      [5002, 1, '??', '/opt/homebrew/bin/mosh-server new'],
      [5004, 5002, 'ttys004', '/opt/homebrew/bin/mosh-server new'],
      [5003, 9, 'ttys001', 'grep mosh-server'],
    );
    expect(findMoshServers(processes, 501).map(({ pid }) => pid)).toEqual([5001, 5002]);
    expect(findMoshServers(processes, 502)).toEqual([]);
  });
});

describe('agents in the background', () => {
  const processes = table(
    [700, 1, '??', 'claude'],
    [701, 700, '??', 'claude --worker'],
    [702, 4310, 'ttys001', 'claude'],
    [703, 1, '??', '/Users/alice/.local/share/claude/versions/2.1.240 --daemon'],
    [704, 1, '??', '/Applications/Claude.app/Contents/MacOS/Claude claude'],
    [705, 1, '??', '/Users/alice/Library/Application Support/Claude/claude-code/x.app/claude'],
    [706, 1, '??', 'claude --version'],
    [707, 1, '??', 'claude-code-acp'],
    [708, 702, '??', 'claude --bg'],
  );
  const job = processes.get(708);

  it('are those whose login is gone, and those that say so; what they started is of them', () => {
    const said = job ? [{ process: job, kind: 'bg', name: 'fix the build' } as const] : [];
    expect(findAgentDaemons(processes, 501, said).map(({ process: { pid }, name }) => [pid, name])).toEqual([
      [708, 'Claude Code: fix the build'],
      [700, 'Claude Code'],
      [703, 'Claude Code'],
    ]);
    expect(findAgentDaemons(processes, 502, [])).toEqual([]);
  });

  const file = { pid: 708, procStart: 'Thu Sep 10 09:16:00 2026', kind: 'daemon', name: '' };

  it('say so in a file of their pid and of their start', () => {
    const session = parseSessionFile(JSON.stringify(file));
    expect(session).toMatchObject({ pid: 708, processStartedAt: job?.startedAt, kind: 'daemon', name: null });
    const running = session && job ? [{ ...session, process: job, configFolder: '/Users/alice/.claude' }] : [];
    expect(backgroundAgents(running)).toMatchObject([{ kind: 'daemon', name: null }]);
    expect(backgroundAgents(running.map((one) => ({ ...one, kind: 'interactive' })))).toEqual([]);
  });

  it.each([
    ['without a pid', { ...file, pid: '708' }],
    ['without a start', { ...file, procStart: undefined }],
    ['with a start that is none', { ...file, procStart: 12_345 }],
    ['with a start in other words', { ...file, procStart: 'yesterday' }],
    ['that is a list', [file]],
    ['that is null', null],
  ])('do not by a file %s', (_what, content) => {
    expect(parseSessionFile(JSON.stringify(content))).toBeNull();
  });

  it('do not by half a file', () => {
    expect(parseSessionFile('{"pid":708')).toBeNull();
  });
});

describe('more rows than anybody reads', () => {
  const rows = Array.from({ length: 500 }, (_, index) => ({
    id: `ssh:${index}`,
    kind: 'ssh' as const,
    user: 'alice',
    bornIn: 'ssh' as const,
    grounds: 'sshd started it',
    isThisSession: index === 450,
  }));

  it('are cut, but for the own one, and counted', () => {
    const bounded = boundRows(rows, 'alice');
    expect(bounded).toHaveLength(302);
    expect(bounded.some(({ isThisSession }) => isThisSession)).toBe(true);
    expect(bounded.at(-1)).toMatchObject({ id: 'ssh:left-out', name: '199 more', bornIn: 'unknown' });
  });

  it('are all there as long as they are few', () => {
    expect(boundRows(rows.slice(0, 200), 'alice')).toHaveLength(200);
  });
});
