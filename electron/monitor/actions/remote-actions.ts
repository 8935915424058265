import { failure, type Outcome, success } from '../../core/outcome';
import { isoTime } from '../../core/time/outside-numbers';
import { loginKeychain } from '../../core/words/login-keychain';
import { everything } from '../../core/words/pending';
import type { RemoteSession } from '../../core/words/session';
import { createActionRunner, type RunnerTools } from '../loop/action-runner';

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

/** @param tools.lookNow also at the remote sessions, whether it is their time or not. */
export const createRemoteActions = (tools: RunnerTools): RemoteActions => {
  const { doors, keeper } = tools;
  const { run } = createActionRunner(tools);
  const { testFreshLogin, openUnlockPrompt, desktopTmux } = doors.remoteHelp;

  const readDesktopTmux = async () => keeper.update({ desktopTmux: await desktopTmux.read() });

  const publishTest = async (): Promise<Outcome<void>> => {
    const outcome = await testFreshLogin();
    const found = outcome.ok ? outcome.value : { sees: 'unknown' as const, reason: outcome.reason };
    keeper.update({ freshLoginTest: { at: isoTime(doors.host.now()), ...found } });
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
    testFreshLogin: () => run({ kind: 'test-fresh-login', target: everything, act: publishTest }),
    openUnlockPrompt: (id) =>
      run({ kind: 'open-unlock-prompt', target: { kind: 'session', id }, act: () => openPrompt(id) }),
    startDesktopTmux: () =>
      run({
        kind: 'start-desktop-tmux',
        target: everything,
        async act() {
          const started = await desktopTmux.start();
          return started.ok ? success(undefined) : started;
        },
        thenRead: readDesktopTmux,
      }),
    setDesktopTmuxAtLogin: (enabled) =>
      run({
        kind: 'set-desktop-tmux-at-login',
        target: everything,
        act: () => desktopTmux.setAtLogin(enabled),
        thenRead: readDesktopTmux,
      }),
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
  if (session.bornIn === 'initial')
    return failure(
      'born-by-the-system',
      'That server was started by the system, where the login keychain is not searched: unlocking alone does not help. Run the command in one of its panes.',
    );
  if (session.bornIn === 'unknown')
    return failure(
      'born-nobody-knows-where',
      'Where that server was started is not known. Run the command in one of its panes.',
    );
  return success(session.id.slice(idPrefix.length));
};
