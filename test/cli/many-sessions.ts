import type { Scenario } from '../simulator/parsing/scenario';
import { deskScenario, loginPath } from './desk-scenario';

/** The desktop's keychain: what it shows and how it locks. */
export interface DesktopState {
  readonly isUnlocked: boolean;
  readonly lockOnSleep?: boolean;
  readonly idleTimeoutSeconds?: number | null;
}

/** SSH logins as the simulator knows them, by the words of the table of expectations. */
export const plainLogin = 'plain';
export const unlockedLogin = 'unlocked inside';
export const sharedConnection = 'ControlMaster';

const peer = (last: number) => `192.168.1.${last}`;
const overSsh = (last: number) => ({ SSH_CONNECTION: `${peer(last)} 52144 192.168.1.20 22` });
const vsCode = '/Users/alice/.vscode-server/bin/abc/node /Users/alice/.vscode-server/bin/abc/out/server-main.js';
const startedAt = '@now-3h';

/** A Mac with one of each kind of remote session, and with processes that look like one and are none. */
export const manySessions = ({ isUnlocked, lockOnSleep = false, idleTimeoutSeconds = null }: DesktopState): Scenario =>
  deskScenario(isUnlocked, {
    keychains: [
      { path: loginPath, password: 'correct horse', isLogin: true, isDefault: true, lockOnSleep, idleTimeoutSeconds },
    ],
    remoteLogin: true,
    screenSharing: true,
    sessions: [
      { id: 'desk', kind: 'desktop', unlocked: isUnlocked ? [loginPath] : [] },
      { id: plainLogin, kind: 'ssh', tty: 'ttys001', from: peer(1) },
      { id: unlockedLogin, kind: 'ssh', tty: 'ttys002', from: peer(2), unlocked: [loginPath] },
      { id: sharedConnection, kind: 'ssh', tty: 'ttys003', from: peer(3) },
      { id: 'editor', kind: 'ssh', from: peer(5) },
      { id: 'of tmux', kind: 'ssh', tty: 'ttys006', from: peer(6) },
    ],
    tmux: [
      {
        socket: 'default',
        session: 'desk',
        serverPid: 900,
        clients: [{ pid: 901, tty: 'ttys001', sessionName: 'from the desktop' }],
      },
      { socket: 'afar', session: 'of tmux', serverPid: 950, sessionNames: ['over SSH'] },
      { socket: 'orphan', session: 'gone', serverPid: 960, sessionNames: ['login ended'], env: overSsh(7) },
    ],
    processes: [
      // One connection with two terminals, as ControlMaster makes it.
      { pid: 4200, uid: 0, command: 'sshd-session: alice [priv]', startedAt },
      { pid: 4201, ppid: 4200, session: sharedConnection, command: 'sshd-session: alice@ttys003,ttys004', startedAt },
      { pid: 4202, ppid: 4201, session: sharedConnection, tty: 'ttys003', command: '-zsh', startedAt },
      { pid: 4203, ppid: 4201, session: sharedConnection, tty: 'ttys004', command: '-zsh', startedAt },
      { pid: 4407, uid: 0, session: 'editor', command: 'sshd-session: alice [priv]', startedAt },
      { pid: 4410, ppid: 4407, session: 'editor', command: 'sshd-session: alice@notty', startedAt },
      { pid: 4411, ppid: 4410, session: 'editor', command: vsCode, startedAt },
      { pid: 5001, session: 'gone', env: overSsh(8), command: 'mosh-server new -s', startedAt },
      { pid: 5102, session: 'gone', env: overSsh(9), command: 'SCREEN -S far', startedAt },
      { pid: 5103, session: 'desk', command: 'SCREEN -S near', startedAt },
      // Of Apple's own programs macOS shows no environment.
      { pid: 5104, session: 'gone', env: overSsh(9), command: '/usr/bin/SCREEN -S hidden', startedAt },
      { pid: 700, session: 'gone', env: overSsh(10), command: '/opt/homebrew/bin/claude', startedAt },
      { pid: 701, session: 'desk', command: '/Users/alice/.local/bin/claude', startedAt },
      // None of these is a session: sshd's own parts, and an editor's server whose connection is gone.
      { pid: 90, uid: 0, command: 'sshd: /usr/sbin/sshd -i [listener] 0 of 10-100 startups', startedAt },
      { pid: 4500, uid: 0, command: 'sshd-session: alice [accepted]', startedAt },
      { pid: 4501, ppid: 4500, uid: 0, command: 'sshd-session: alice [net]', startedAt },
      { pid: 4600, session: 'gone', command: vsCode.replace('abc', 'old'), startedAt },
    ],
  });
