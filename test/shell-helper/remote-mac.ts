import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ShellName } from '../../electron/core/sessions/shell-plan';
import type { MacHost } from '../../electron/system/mac/host';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { installShellHelper } from '../../electron/system/sessions/shell-helper';
import { projectFolder } from '../project-files';
import { processesThatBelongTo } from '../simulator/leftover-processes';
import { createSimulatedMac, type SimulatedMac } from '../simulator/simulated-mac';
import { needShell } from './installed-shell';
import { eventually, openTerminal, type Terminal } from './terminal';

export const assetsFolder = join(projectFolder, 'assets/shell');

/** A shell of Debian, the name under which the helper is installed for it, and how it is started over SSH. */
export interface TestedShell {
  readonly program: string;
  readonly name: ShellName;
  readonly startupFile: string;
  /** Sets a variable and exports it. */
  readonly exportLine: (variable: string, value: string) => string;
}

const posixExport = (variable: string, value: string) => `export ${variable}='${value}'`;

export const testedShells: readonly TestedShell[] = [
  { program: 'zsh', name: 'zsh', startupFile: '.zshrc', exportLine: posixExport },
  { program: 'bash', name: 'bash', startupFile: '.bash_profile', exportLine: posixExport },
  { program: 'dash', name: 'sh', startupFile: '.profile', exportLine: posixExport },
  {
    program: 'fish',
    name: 'fish',
    startupFile: '.config/fish/conf.d/before.fish',
    exportLine: (variable, value) =>
      variable === 'PATH' ? `set -gx PATH (string split : '${value}')` : `set -gx ${variable} '${value}'`,
  },
];

/** A Mac with an unlocked desktop and an SSH login that is locked, whose user has the helper installed. */
export interface RemoteMac {
  readonly mac: SimulatedMac;
  readonly host: MacHost;
  /** Path on disk of the user's home. */
  readonly home: string;
  readonly password: string;
  open(session: 'desktop' | 'ssh' | 'initial', variables?: Readonly<Record<string, string>>): Terminal;
  beacons(): readonly string[];
  /** Waits for a beacon that says this. */
  waitForBeacon(part: string): Promise<string>;
  waitForNoBeacon(): Promise<void>;
  /** Waits for a helper that still asks in the background: it would make its folder anew. */
  dispose(): Promise<void>;
}

export const homeFolder = '/Users/al ice 😀';
const password = 'open sesame';

/** @param startupLines of the user's own, before the helper's. */
export const createRemoteMac = async (shell: TestedShell, startupLines: readonly string[] = []): Promise<RemoteMac> => {
  const login = '~/Library/Keychains/login.keychain-db';
  needShell(shell.program);
  const mac = await createSimulatedMac({
    user: { name: 'alice', uid: 501, home: homeFolder, password },
    keychains: [
      {
        path: login,
        password,
        isLogin: true,
        isDefault: true,
        lockOnSleep: false,
        idleTimeoutSeconds: null,
        items: [],
      },
    ],
    sessions: [
      { id: 'desktop', kind: 'desktop', unlocked: [login] },
      { id: 'ssh', kind: 'ssh', tty: 'ttys001', from: '192.168.1.9', unlocked: [] },
    ],
    processes: [],
    tmux: [
      { socket: 'far', session: 'ssh', serverPid: 4711 },
      { socket: 'near', session: 'desktop', serverPid: 4712 },
      // Its server has moved to the per-user bootstrap domain and keeps the desktop's session.
      { socket: 'moved', session: 'desktop', serverPid: 4713, managerName: 'Background' },
      { socket: 'daemon', session: 'initial', serverPid: 4714, managerName: 'Background' },
    ],
    files: {},
  });
  const environment = mac.environment('desktop');
  const made = createMacHost(environment, { allowSimulation: true });
  if (!made.ok) throw new Error(made.reason);
  const host = made.value;
  const home = host.root + homeFolder;
  const file = join(home, shell.startupFile);
  mkdirSync(dirname(file), { recursive: true });
  // Debian's /etc/profile sets PATH anew, and would hide the simulated tools.
  writeFileSync(file, `${[shell.exportLine('PATH', environment.PATH ?? ''), ...startupLines].join('\n')}\n`);
  const installed = await installShellHelper(host, shell.name, assetsFolder);
  if (!installed.ok) throw new Error(installed.reason);

  const folder = `${home}/Library/Application Support/Latchkey/beacons`;
  const beacons = () =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith('.json'))
          .map((name) => readFileSync(join(folder, name), 'utf8'))
      : [];
  const found = (part: string) => beacons().find((text) => text.includes(part));
  return {
    mac,
    host,
    home,
    password,
    beacons,
    open: (session, variables = {}) =>
      openTerminal([shell.program, '-i', '-l'], { ...mac.environment(session), ...variables }, home),
    waitForBeacon: async (part) => {
      await eventually(
        () => found(part) !== undefined,
        () => `beacon with ${part}, but ${beacons().join()}`,
      );
      return found(part) ?? '';
    },
    dispose: async () => {
      await eventually(
        () => processesThatBelongTo(mac.root).length === 0,
        () => `end of ${processesThatBelongTo(mac.root).join()}`,
      );
      await mac.dispose();
    },
    waitForNoBeacon: () =>
      eventually(
        () => beacons().length === 0,
        () => `end of ${beacons().join()}`,
      ),
  };
};

/** A tmux whose server was started with these variables. */
export const bornWith = (...names: readonly string[]): readonly string[] => [
  `case " ${names.join(' ')} " in *" $5 "*) echo "$5=something" ;; *) echo "unknown variable: $5" >&2; exit 1 ;; esac`,
];
