import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { patience } from '../vitest/patience';

/** Nothing that a test has left behind lives longer than this, whatever happens to the test. */
export const longestLifeSeconds = 180;

/** A real sshd on loopback, with keys of its own that are thrown away with it. */
export interface LoopbackSshd {
  /** Everything below this process is the daemon's. */
  readonly pid: number;
  readonly port: number;
  readonly folder: string;
  /** Logs in; the connection stays until the command ends or `stop` does. */
  connect(options: readonly string[], ...command: readonly string[]): ChildProcess;
  /** Logs in, runs a command to its end, and throws when it fails. */
  run(...command: readonly string[]): void;
  stop(): Promise<void>;
}

/** No trace of a login or a terminal multiplexer that the tests themselves may run in. */
export const localEnvironment = (): Record<string, string> => ({
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  HOME: userInfo().homedir,
  USER: userInfo().username,
  LOGNAME: userInfo().username,
  SHELL: '/bin/sh',
  TERM: 'xterm',
});

export const startLoopbackSshd = async (): Promise<LoopbackSshd> => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-sshd-'));
  const key = (name: string): string => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', join(folder, name)]);
    return join(folder, name);
  };
  const hostKey = key('host-key');
  const userKey = key('user-key');
  const undo = process.getuid?.() === 0 ? prepareAsRoot() : () => {};
  const port = await freePort();
  writeFileSync(
    join(folder, 'sshd_config'),
    configuration({ port, hostKey, authorizedKeys: `${userKey}.pub`, home: folder }),
  );
  const daemon = spawn(
    'timeout',
    [`${longestLifeSeconds}`, sshdPath(), '-D', '-e', '-f', join(folder, 'sshd_config')],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: localEnvironment(),
    },
  );
  await listening(daemon);

  const connections = new Set<ChildProcess>();
  const words = (options: readonly string[]) => [
    ...['-F', 'none', '-i', userKey, '-p', `${port}`, '-o', 'BatchMode=yes', '-o', 'IdentitiesOnly=yes'],
    ...['-o', 'IdentityAgent=none', '-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null'],
    ...['-o', 'LogLevel=ERROR', '-o', 'ConnectTimeout=10', ...options, '127.0.0.1'],
  ];
  return {
    pid: daemon.pid ?? 0,
    port,
    folder,
    connect: (options, ...command) => {
      const ssh = spawn('ssh', [...words(options), ...command], {
        stdio: ['pipe', 'ignore', 'ignore'],
        env: localEnvironment(),
      });
      connections.add(ssh);
      return ssh;
    },
    run: (...command) => {
      execFileSync('ssh', [...words([]), ...command], {
        env: localEnvironment(),
        timeout: patience(30_000),
        stdio: 'ignore',
      });
    },
    stop: async () => {
      for (const ssh of connections) ssh.kill();
      daemon.kill();
      await Promise.all([...connections, daemon].map(ended));
      undo();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const sshdPath = (): string => {
  const path = ['/usr/sbin/sshd', '/usr/local/sbin/sshd'].find(existsSync);
  if (path === undefined) throw new Error('There is no sshd: install the package openssh-server.');
  return path;
};

interface Configuration {
  readonly port: number;
  readonly hostKey: string;
  readonly authorizedKeys: string;
  /** Of the logins: the start-up files of whoever runs the tests are not read, nor waited for. */
  readonly home: string;
}

const configuration = ({ port, hostKey, authorizedKeys, home }: Configuration): string =>
  [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${hostKey}`,
    `AuthorizedKeysFile ${authorizedKeys}`,
    `SetEnv HOME=${home}`,
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PermitRootLogin prohibit-password',
    'PidFile none',
    'PrintMotd no',
    'PrintLastLog no',
    '',
  ].join('\n');

/** A folder that sshd asks for, and the file that `who` reads, where the machine has none. @returns the way back */
const prepareAsRoot = (): (() => void) => {
  const made: string[] = [];
  if (!existsSync('/run/sshd')) {
    mkdirSync('/run/sshd', { mode: 0o755 });
    made.push('/run/sshd');
  }
  if (!existsSync('/run/utmp')) {
    writeFileSync('/run/utmp', '');
    made.push('/run/utmp');
  }
  return () => {
    for (const path of made) rmSync(path, { recursive: true, force: true });
  };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const listening = (daemon: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    daemon.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Server listening')) resolve();
    });
    daemon.once('error', reject);
    daemon.once('exit', (code) => reject(new Error(`sshd ended with ${code}: ${said}`)));
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
