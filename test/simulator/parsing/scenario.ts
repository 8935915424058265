/** A scenario as it is written down; docs/simulator.md describes it. Times are ISO 8601, `@now-2h`, or milliseconds. */
export interface Scenario {
  readonly now?: ScenarioTime;
  readonly bootedAt?: ScenarioTime;
  readonly macosVersion?: string;
  readonly hostName?: string;
  readonly user: { readonly name: string; readonly uid?: number; readonly home?: string; readonly password?: string };
  readonly keychains?: readonly ScenarioKeychain[];
  readonly sessions?: readonly ScenarioSession[];
  readonly processes?: readonly ScenarioProcess[];
  readonly tmux?: readonly ScenarioTmuxServer[];
  readonly jobs?: readonly ScenarioJob[];
  readonly files?: Readonly<Record<string, unknown>>;
  readonly fileTimes?: Readonly<Record<string, ScenarioTime>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly sshLoginsShareSession?: boolean;
  readonly remoteLogin?: boolean;
  readonly screenSharing?: boolean;
  readonly autoLoginUser?: string | null;
  readonly fileVault?: boolean;
  readonly pmset?: Readonly<Record<string, unknown>>;
  readonly systemProxy?: Readonly<Record<string, string | number>>;
  readonly faults?: readonly Fault[];
}

export type ScenarioTime = string | number;

export interface ScenarioKeychain {
  readonly path: string;
  readonly password?: string;
  readonly isLogin?: boolean;
  readonly isDefault?: boolean;
  readonly lockOnSleep?: boolean;
  readonly idleTimeoutSeconds?: number | null;
  readonly modifiedAt?: ScenarioTime;
  readonly items?: readonly ScenarioItem[];
  readonly certificates?: readonly ScenarioCertificate[];
}

export interface ScenarioCertificate {
  readonly pem: string;
  /** With its key it is an identity. Default: yes. */
  readonly hasPrivateKey?: boolean;
  /** Why macOS does not take it for valid: `CSSMERR_TP_CERT_REVOKED`, or words in any language; that it has ended is found by itself. */
  readonly problem?: string;
  /** False: `find-identity` cannot tell its hash. Default: yes. */
  readonly hasDigest?: boolean;
}

export interface ScenarioItem {
  readonly class: 'genp' | 'inet';
  readonly service?: string;
  readonly server?: string;
  readonly account?: string;
  /** Instead of `account`: bytes that are no text. */
  readonly accountHex?: string;
  readonly label?: string;
  readonly data?: unknown;
  readonly createdAt?: ScenarioTime;
  readonly modifiedAt?: ScenarioTime;
  readonly protocol?: string;
  readonly path?: string;
  readonly port?: number;
}

export interface ScenarioSession {
  readonly id: string;
  readonly kind: 'desktop' | 'ssh' | 'initial';
  readonly tty?: string;
  readonly from?: string;
  readonly startedAt?: ScenarioTime;
  readonly unlocked?: readonly string[];
}

export interface ScenarioProcess {
  readonly pid: number;
  readonly ppid?: number;
  readonly uid?: number;
  readonly session?: string;
  readonly tty?: string;
  readonly startedAt?: ScenarioTime;
  readonly command: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A job that launchd keeps, as `launchctl print` lists it in its domain. */
export interface ScenarioJob {
  readonly label: string;
  readonly domain: 'gui' | 'user' | 'system';
  readonly pid: number;
  /** Of its property list. Default: a file of its label's name where such files lie. */
  readonly path?: string;
}

export interface ScenarioTmuxServer {
  readonly socket?: string;
  readonly session?: string;
  readonly serverPid: number;
  readonly sessionNames?: readonly string[];
  /** What `launchctl managername` says in its panes. Default: as in its session. */
  readonly managerName?: string;
  /** It was started by an application and belongs to its coalition. */
  readonly endsWithApp?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly clients?: readonly {
    readonly pid: number;
    readonly tty?: string;
    readonly sessionName?: string;
    readonly createdAt?: ScenarioTime;
    readonly activityAt?: ScenarioTime;
  }[];
}

/** What a tool does instead of its work; `hangMs` alone only delays it. */
export interface Fault {
  /**
   * The executable's name: `security`, `ps`, …; `Security.framework` leaves the framework out, or where `when` names
   * `SecItemCopyMatching` that function alone fails.
   */
  readonly tool: string;
  /** A part of the argument line, or several arguments that must all be there. */
  readonly when?: string | readonly string[];
  readonly exit?: number;
  /** Ends the tool by this signal, e.g. `SIGKILL`. */
  readonly signal?: string;
  readonly hangMs?: number;
  readonly stdout?: string;
  readonly stderr?: string;
  /** After this many calls the tool is well again. Default: never. */
  readonly times?: number;
}
