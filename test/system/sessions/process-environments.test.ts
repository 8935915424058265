import { describe, expect, it } from 'vitest';
import type { BoundedTools } from '../../../electron/system/children/bounded-tools';
import { parseProcesses } from '../../../electron/system/processes/process-list';
import { createEnvironmentReader, parseEnvironments } from '../../../electron/system/sessions/process-environments';

const processes = [
  ...parseProcesses(`
 5102     1   501 ??       Thu Sep 10 09:16:00 2026 SCREEN -S work
 5103     1   501 ??       Thu Sep 10 09:16:00 2026 /usr/bin/SCREEN
 5104     1   501 ??       Thu Sep 10 09:16:00 2026 claude PATH=/nowhere
`).values(),
];

const canary = 'CANARY-token';
const shown = `
 5102 SCREEN -S work HOME=/Users/alice API_KEY=${canary} SSH_CONNECTION=192.168.1.9 52144 192.168.1.20 22 TMUX=/private/tmp/tmux-501/far away,6000,1 TMUX_TMPDIR=/Users/alice/.tmux SECURITYSESSIONID=186a7
 5103 /usr/bin/SCREEN
 5104 claude PATH=/nowhere NOT_SSH_CONNECTION=1.2.3.4 HOME=/Users/alice
 9999 sleep 9 HOME=/Users/alice SSH_CONNECTION=1.2.3.4
`;

describe('the environment of a process', () => {
  it('tells where it was born and where its tmux sockets are, and nothing else is kept', () => {
    const kept = parseEnvironments(shown, processes);
    expect(kept.get(5102)).toEqual({
      known: {
        kind: 'read',
        marks: {
          sshPeer: '192.168.1.9',
          securitySessionId: '186a7',
          tmux: { socket: '/private/tmp/tmux-501/far away', pid: 6000 },
        },
      },
      tmuxFolder: '/Users/alice/.tmux',
    });
    expect(JSON.stringify([...kept])).not.toContain(canary);
  });

  it('is hidden where only the command is shown, whatever its arguments look like', () => {
    const kept = parseEnvironments(`${shown}`.replace(/^ 5104.*$/m, ' 5104 claude PATH=/nowhere'), processes);
    expect(kept.get(5103)?.known.kind).toBe('hidden');
    expect(kept.get(5104)?.known.kind).toBe('hidden');
  });

  it('is read where it goes beyond ASCII, as the command before it', () => {
    const line = (text: string) => ` 900     1   501 ??       Thu Sep 10 09:16:00 2026 ${text}`;
    const [server] = parseProcesses(line('tmux -S /M-CM-)')).values();
    const printed = ' 900 tmux -S /M-CM-) HOME=/Users/M-CM-) TMUX_TMPDIR=/Users/M-CM-)/t TMUX=/t/M-CM-) \\x,60,1';
    expect(parseEnvironments(printed, server ? [server] : []).get(900)).toMatchObject({
      known: { marks: { tmux: { socket: '/t/é \\x', pid: 60 } } },
      tmuxFolder: '/Users/é/t',
    });
  });

  it('names no SSH connection by a variable of another name', () => {
    expect(parseEnvironments(shown, processes).get(5104)?.known).toMatchObject({ marks: { sshPeer: null } });
  });

  it('counts only for what was asked, and only with the command that it had', () => {
    const kept = parseEnvironments(shown.replace('SCREEN -S work', 'SCREEN -S other'), processes);
    expect(kept.has(9999)).toBe(false);
    expect(kept.get(5102)?.known.kind).toBe('hidden');
  });
});

describe('reading environments', () => {
  const toolsThatSay = (stdout: string) => {
    const calls: string[][] = [];
    const tools: BoundedTools = {
      ask: (tool, args) => {
        calls.push([tool, ...args]);
        return Promise.resolve(stdout === '' ? { ok: false, reason: 'no' } : { ok: true, code: 0, stdout, stderr: '' });
      },
    };
    return { tools, calls };
  };

  it('asks once in the life of a process, all in one call', async () => {
    const { tools, calls } = toolsThatSay(shown);
    const read = createEnvironmentReader(tools);
    const first = await read(processes);
    expect(await read(processes)).toEqual(first);
    expect(calls).toEqual([['/bin/ps', '-Eww', '-o', 'pid=,command=', '-p', '5102,5103,5104']]);
    await read(processes.map((process) => ({ ...process, startedAt: process.startedAt + 1 })));
    expect(calls).toHaveLength(2);
  });

  it('asks nothing when there is nothing to ask, and again when there was no answer', async () => {
    const { tools, calls } = toolsThatSay('');
    const read = createEnvironmentReader(tools);
    await read([]);
    expect(calls).toEqual([]);
    const unanswered = await read(processes);
    expect(unanswered.environments.get(5102)?.known.kind).toBe('hidden');
    expect(unanswered.problem).toBe('no');
    await read(processes);
    expect(calls).toHaveLength(2);
  });

  it('asks a bounded number at once and the rest later', async () => {
    const { tools, calls } = toolsThatSay('');
    const [one] = processes;
    const many = one ? Array.from({ length: 100 }, (_, index) => ({ ...one, pid: 10_000 + index })) : [];
    await createEnvironmentReader(tools)(many);
    expect(calls[0]?.at(-1)?.split(',')).toHaveLength(32);
  });
});
