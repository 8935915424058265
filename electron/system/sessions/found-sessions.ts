import type { MultiplexerServer } from '../processes/multiplexers';
import type { ProcessEntry, ProcessTable } from '../processes/process-list';
import type { ScreenServer } from '../processes/screen-servers';
import type { AgentDaemon } from './agent-daemons';
import type { BackgroundJob } from './background-jobs';
import type { EditorServer } from './editor-servers';
import type { LaunchdPlace } from './launchd-domains';
import type { OtherLogin } from './other-logins';
import type { KeptOfEnvironment } from './process-environments';
import type { SshLogin } from './ssh-logins';
import type { TmuxServer } from './tmux-servers';

/** Everything that one look has found, before it is said where each was born. */
export interface FoundSessions {
  readonly processes: ProcessTable;
  readonly logins: readonly SshLogin[];
  readonly tmuxServers: readonly TmuxServer[];
  /** Processes that look like tmux servers and were not met on any socket. */
  readonly unreachableTmux: readonly ProcessEntry[];
  readonly screens: readonly ScreenServer[];
  readonly moshServers: readonly ProcessEntry[];
  readonly agents: readonly AgentDaemon[];
  readonly multiplexers: readonly MultiplexerServer[];
  readonly editorServers: readonly EditorServer[];
  readonly otherLogins: readonly OtherLogin[];
  readonly jobs: readonly BackgroundJob[];
  /** By pid, of those that launchd keeps as jobs. */
  readonly launchdPlaces: ReadonlyMap<number, LaunchdPlace>;
  /** By pid, of those that were asked. */
  readonly environments: ReadonlyMap<number, KeptOfEnvironment>;
  readonly desktopSessionId: string | null;
  /** The user that this process runs as. */
  readonly uid: number;
  readonly sshdUid?: number;
}
