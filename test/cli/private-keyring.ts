import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { projectFolder } from '../project-files';
import { makeShortFolder } from '../simulator/short-folder';

/** A real gnome-keyring on a bus of its own, with a home of its own; nothing of whoever runs the test is in reach. */
export interface PrivateKeyring {
  /** What puts a program on that bus, and tells Latchkey that it may use it. */
  readonly environment: Readonly<Record<string, string>>;
  /** As its owner would: nobody is there to unlock it again. */
  lock(): void;
  /** It stops answering, and goes on. */
  freeze(): void;
  thaw(): void;
  /** The accounts of a service, read by keytar itself. To be asked only while it is unlocked. */
  accounts(service: string): readonly string[];
  add(service: string, account: string): void;
}

/**
 * No folders with services: the bus starts neither a keyring nor a program that would ask for a password. Every user may
 * join, since tests run Electron as another one.
 */
const busConfiguration = (folder: string): string => `<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <policy context="default"><allow user="*"/><allow send_destination="*"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
`;

const serviceName = 'org.freedesktop.secrets';

/** @param withService false: the bus is there, and no keyring is on it. */
export const startPrivateKeyring = async ({ withService = true } = {}): Promise<PrivateKeyring> => {
  const folder = makeShortFolder('latchkey-bus-');
  chmodSync(folder, 0o755);
  const children: ChildProcess[] = [];
  onTestFinished(async () => {
    for (const child of children.reverse()) await ended(child);
    rmSync(folder, { recursive: true, force: true });
  });
  const configuration = join(folder, 'bus.conf');
  writeFileSync(configuration, busConfiguration(folder));
  const bus = spawn('dbus-daemon', ['--nofork', '--print-address=1', `--config-file=${configuration}`], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(bus);
  const address = await firstLine(bus);
  const environment = { DBUS_SESSION_BUS_ADDRESS: address, LATCHKEY_SIMULATED_KEYRING_BUS: address };
  const env = { PATH: process.env.PATH, ...homeIn(folder), ...environment };

  const send = (...words: readonly string[]): string =>
    execFileSync('dbus-send', ['--session', '--print-reply', ...words], { env, encoding: 'utf8' });
  const withKeytar = (script: string): string => {
    const program = `const keytar = require('keytar'); (async () => { ${script} })();`;
    const ran = spawnSync(process.execPath, ['-e', program], { cwd: projectFolder, env, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(ran.stderr);
    return ran.stdout;
  };

  let keyring: ChildProcess | undefined;
  if (withService) {
    keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    children.push(keyring);
    keyring.stdin?.end('a password of the test’s own');
    const isThere = () =>
      send('--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner', `string:${serviceName}`);
    while (!isThere().includes('true')) await pause(50);
  }
  return {
    environment,
    lock() {
      const collection = 'array:objpath:/org/freedesktop/secrets/collection/login';
      send(`--dest=${serviceName}`, '/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.Lock', collection);
    },
    freeze: () => keyring?.kill('SIGSTOP'),
    thaw: () => keyring?.kill('SIGCONT'),
    accounts: (service) =>
      JSON.parse(
        withKeytar(
          `const found = await keytar.findCredentials(${JSON.stringify(service)});
           process.stdout.write(JSON.stringify(found.map(({ account }) => account).sort()));`,
        ),
      ),
    add: (service, account) =>
      void withKeytar(`await keytar.setPassword(${JSON.stringify(service)}, ${JSON.stringify(account)}, 'x');`),
  };
};

const homeIn = (folder: string): Record<string, string> => {
  const home = join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  return {
    ...{ HOME: home, XDG_RUNTIME_DIR: home, XDG_DATA_HOME: join(home, 'data') },
    ...{ XDG_CONFIG_HOME: join(home, 'config'), XDG_CACHE_HOME: join(home, 'cache') },
  };
};

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.once('error', reject);
    child.once('exit', () => reject(new Error('The private bus could not be started.')));
    child.stdout?.setEncoding('utf8').on('data', (part) => {
      text += part;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
  });

/** Stopped processes end by SIGKILL only. */
const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
