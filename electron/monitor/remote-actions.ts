import { failure, type Outcome, success } from '../core/outcome';
import type { RemoteSession } from '../core/snapshot';
import { loginKeychain } from '../core/warnings';
import type { MacDoors } from '../system/doors';
import { createActionRunner } from './action-runner';
import type { Scheduler } from './scheduler';
import type { StateKeeper } from './state-keeper';

/** What a click can do for remote sessions. */
export interface RemoteActions {
  /** Logs in once and publishes as `freshLoginTest` what the login saw. */
  testFreshLogin(): Promise<Outcome<void>>;
  /** Only in a tmux server of the snapshot that was born over SSH. */
  openUnlockPrompt(sessionId: string): Promise<Outcome<void>>;
  /** Starts the tmux server of the desktop, unless it is running. */
  startDesktopTmux(): Promise<Outcome<void>>;
  setDesktopTmuxAtLogin(enabled: boolean): Promise<Outcome<void>>;
  /** Reads and publishes `desktopTmux`; starts nothing. */
  readDesktopTmux(): Promise<void>;
}

interface RemoteActionTools {
  readonly doors: MacDoors;
  readonly scheduler: Scheduler;
  readonly keeper: StateKeeper;
  lookAtSessions(): Promise<void>;
}

export const createRemoteActions = ({ doors, scheduler, keeper, lookAtSessions }: RemoteActionTools): RemoteActions => {
  const { run } = createActionRunner({ doors, scheduler, keeper, lookNow: lookAtSessions });
  const { testFreshLogin, openUnlockPrompt, desktopTmux } = doors.remoteHelp;
  /** What was wished is read by the action itself. */
  const isDone = () => true;

  const readDesktopTmux = async () => keeper.update({ desktopTmux: await desktopTmux.read() });

  const publishTest = async (): Promise<Outcome<void>> => {
    const outcome = await testFreshLogin();
    const found = outcome.ok ? outcome.value : { sees: 'unknown' as const, reason: outcome.reason };
    keeper.update({ freshLoginTest: { at: new Date(doors.host.now()).toISOString(), ...found } });
    return outcome.ok ? success(undefined) : outcome;
  };

  const openPrompt = async (sessionId: string): Promise<Outcome<void>> => {
    const { snapshot } = keeper.state();
    const socket = socketOf(snapshot?.sessions.find(({ id }) => id === sessionId));
    if (!socket.ok) return socket;
    const keychain = loginKeychain(snapshot?.keychains ?? []);
    if (!keychain) return failure('no-keychain', 'No login keychain was found.');
    return openUnlockPrompt(socket.value, keychain.path);
  };

  return {
    readDesktopTmux,
    testFreshLogin: () => run('test-fresh-login', '*', publishTest, isDone, ''),
    openUnlockPrompt: (id) => run('open-unlock-prompt', id, () => openPrompt(id), isDone, ''),
    startDesktopTmux: () =>
      run(
        'start-desktop-tmux',
        '*',
        async () => {
          const started = await desktopTmux.start();
          await readDesktopTmux();
          return started.ok ? success(undefined) : started;
        },
        isDone,
        '',
      ),
    setDesktopTmuxAtLogin: (enabled) =>
      run(
        'set-desktop-tmux-at-login',
        '*',
        async () => {
          const done = await desktopTmux.setAtLogin(enabled);
          await readDesktopTmux();
          return done;
        },
        isDone,
        '',
      ),
  };
};

const idPrefix = 'tmux-server:';

/** The socket of a server in which a prompt helps: its id names it. */
const socketOf = (session: RemoteSession | undefined): Outcome<string> => {
  if (!session) return failure('no-such-session', 'That session is gone.');
  if (session.kind !== 'tmux-server' || !session.id.startsWith(idPrefix))
    return failure(
      'not-a-tmux-server',
      'A window can only be opened in a tmux server. Run the command inside that session.',
    );
  if (session.bornIn === 'desktop')
    return failure('born-on-the-desktop', 'That server shares the desktop’s session. Unlock the keychain there.');
  if (session.bornIn === 'unknown')
    return failure(
      'born-nobody-knows-where',
      'Where that server was started is not known. Run the command in one of its panes.',
    );
  return success(session.id.slice(idPrefix.length));
};
