import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { MacHost } from '../../electron/system/mac/host';

export interface CrowdedMac {
  readonly host: MacHost;
  dispose(): void;
}

export interface Crowd {
  readonly processes: number;
  readonly logins: number;
  readonly tmuxServers: number;
}

const started = 'Thu Sep 10 09:02:11 2026';
const uid = 501;

/** `ps` of a busy Mac: every login with its monitor, its shell and a tmux client, and as many other processes as it takes. */
const processLines = ({ processes, logins, tmuxServers }: Crowd): readonly string[] => {
  const lines = [`    1     0     0 ??       ${started} /sbin/launchd`];
  const add = (pid: number, parentPid: number, owner: number, tty: string, command: string) =>
    lines.push(`${pid} ${parentPid} ${owner} ${tty} ${started} ${command}`);
  for (let index = 0; index < logins; index += 1) {
    const pid = 10_000 + index * 10;
    const tty = `ttys${String(index).padStart(3, '0')}`;
    add(pid, 1, 0, '??', 'sshd-session: alice [priv]');
    add(pid + 1, pid, uid, '??', `sshd-session: alice@${tty}`);
    add(pid + 2, pid + 1, uid, tty, '-zsh');
    add(pid + 3, pid + 2, uid, tty, 'tmux attach -t work');
  }
  for (let index = 0; index < tmuxServers; index += 1) add(50_000 + index, 1, uid, '??', `tmux new -s work-${index}`);
  for (let pid = 100_000; lines.length < processes; pid += 1) {
    const parent = pid % 7 === 0 ? 1 : pid - 1;
    add(
      pid,
      parent < 100_000 ? 1 : parent,
      uid,
      '??',
      `/Applications/Some.app/Contents/Frameworks/Helper --type=${pid}`,
    );
  }
  return lines;
};

const whoLines = ({ logins }: Crowd): readonly string[] =>
  Array.from({ length: logins }, (_, index) => {
    const tty = `ttys${String(index).padStart(3, '0')}`;
    return `alice            ${tty}      Sep 10 09:02 (192.168.${index % 250}.9)`;
  });

/**
 * A Mac with a crowd on it whose tools do nothing but print a file, so that what is measured is Latchkey and the least that
 * a child can cost.
 */
export const crowdedMac = (crowd: Crowd): CrowdedMac => {
  const root = mkdtempSync(join(tmpdir(), 'latchkey-crowd-'));
  const tool = (path: string, lines: readonly string[], script: string) => {
    mkdirSync(dirname(root + path), { recursive: true });
    writeFileSync(`${root}${path}.txt`, `${lines.join('\n')}\n`);
    writeFileSync(root + path, `#!/bin/sh\n${script}\n`);
    chmodSync(root + path, 0o755);
  };
  const print = 'exec cat "$0.txt"';
  tool('/bin/ps', processLines(crowd), `case "$*" in *-E*) exit 0 ;; esac\n${print}`);
  tool('/usr/bin/who', whoLines(crowd), print);
  tool(
    '/opt/homebrew/bin/tmux',
    [],
    [
      // The name of the socket ends in the number of the server.
      'n=$(expr "$3" : ".*-")',
      'n=$(printf %s "$3" | cut -c $((n + 1))-)',
      'case "$*" in *show-environment*) echo "unknown variable" >&2; exit 1 ;; esac',
      'echo "session $((50000 + n)) 1789026000 work-$n"',
      'echo "client $((10003 + n * 10)) /dev/ttys$n"',
    ].join('\n'),
  );
  const sockets = `${root}/private/tmp/tmux-${uid}`;
  mkdirSync(sockets, { recursive: true });
  const leave = `const { createServer } = require('node:net'); let left = ${crowd.tmuxServers};
    for (let n = 0; n < ${crowd.tmuxServers}; n += 1)
      createServer().listen('work-' + n, () => { left -= 1; if (left === 0) process.kill(process.pid, 'SIGKILL'); });`;
  spawnSync(process.execPath, ['-e', leave], { cwd: sockets });
  const host: MacHost = {
    ...{ kind: 'macos', root, homeFolder: '/Users/alice', userName: 'alice', uid, environment: {} },
    now: () => Date.now(),
  };
  return { host, dispose: () => rmSync(root, { recursive: true, force: true }) };
};
