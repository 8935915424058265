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
  readonly files?: Readonly<Record<string, unknown>>;
  readonly fileTimes?: Readonly<Record<string, ScenarioTime>>;
  readonly environment?: Readonly<Record<string, string>>;
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
  /** Why macOS does not take it for valid, e.g. `CSSMERR_TP_CERT_REVOKED`; that it has ended is found by itself. */
  readonly problem?: string;
}

export interface ScenarioItem {
  readonly class: 'genp' | 'inet';
  readonly service?: string;
  readonly server?: string;
  readonly account?: string;
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
  readonly kind: 'desktop' | 'ssh';
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

export interface ScenarioTmuxServer {
  readonly socket?: string;
  readonly session?: string;
  readonly serverPid: number;
  readonly sessionNames?: readonly string[];
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
  /** The executable's name: `security`, `ps`, …; `Security.framework` leaves the framework out. */
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
