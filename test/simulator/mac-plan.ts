import type { Fault } from './parsing/scenario';

/** A scenario with everything filled in: what mac.json on the simulated Mac says. Paths are macOS paths, times milliseconds since 1970. */
export interface MacPlan {
  readonly nowMs: number;
  readonly bootedAtMs: number;
  readonly macosVersion: string;
  readonly hostName: string;
  readonly user: { readonly name: string; readonly uid: number; readonly home: string; readonly password: string };
  readonly keychains: readonly PlannedKeychain[];
  readonly sessions: readonly PlannedSession[];
  readonly processes: readonly PlannedProcess[];
  readonly tmux: readonly PlannedTmuxServer[];
  readonly jobs: readonly PlannedJob[];
  readonly files: readonly PlannedFile[];
  readonly environment: Readonly<Record<string, string>>;
  /** Every SSH login lands in one and the same security session. */
  readonly sshLoginsShareSession: boolean;
  readonly remoteLogin: boolean;
  readonly screenSharing: boolean;
  readonly autoLoginUser: string | null;
  readonly fileVault: boolean;
  readonly power: PowerSettings;
  /** What `scutil --proxy` tells besides what it always does. */
  readonly systemProxy: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
}

export interface PlannedKeychain {
  readonly path: string;
  readonly password: string;
  readonly isLogin: boolean;
  readonly isDefault: boolean;
  readonly lockOnSleep: boolean;
  /** null: never */
  readonly idleTimeoutSeconds: number | null;
  readonly modifiedAtMs: number;
  readonly items: readonly KeychainItem[];
  readonly certificates: readonly PlannedCertificate[];
}

export interface PlannedCertificate {
  readonly pem: string;
  readonly hasPrivateKey: boolean;
  readonly problem: string | null;
  readonly hasDigest: boolean;
}

export interface KeychainItem {
  readonly itemClass: 'genp' | 'inet';
  /** The service of a generic password, the server of an internet password. */
  readonly service: string;
  readonly account: string;
  /** Its bytes, where they are no text. */
  readonly accountHex: string | null;
  readonly label: string;
  /** The secret's bytes in base64, so that any bytes can be kept. */
  readonly secretBase64: string;
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
  readonly protocol: string | null;
  readonly path: string | null;
  readonly port: number;
}

export interface PlannedSession {
  readonly id: string;
  readonly kind: 'desktop' | 'ssh' | 'initial';
  /** Without `/dev/`. */
  readonly tty: string | null;
  readonly from: string | null;
  readonly startedAtMs: number;
  readonly unlocked: readonly string[];
  /** False for the desktop session that is only assumed: it has no row in `who`. */
  readonly isListed: boolean;
}

export interface PlannedProcess {
  readonly pid: number;
  readonly ppid: number;
  readonly uid: number;
  /** The security session's id; of a login that is gone, one that `sessions` does not have. */
  readonly session: string;
  readonly tty: string | null;
  readonly startedAtMs: number;
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A job with a process, in the domain that it was loaded into. */
export interface PlannedJob {
  readonly label: string;
  readonly domain: 'gui' | 'user' | 'system';
  readonly pid: number;
  /** macOS path of its property list. */
  readonly path: string;
}

export interface PlannedTmuxServer {
  readonly socketPath: string;
  readonly session: string;
  readonly serverPid: number;
  readonly env: Readonly<Record<string, string>>;
  /** What `launchctl managername` says in its panes, where that is not what its session's would be. */
  readonly managerName?: string;
  /** Ends with the application that has started it; left out: with nothing but itself. */
  readonly endsWithApp?: true;
  /** Of a server that was started while the Mac ran. */
  readonly startedAtMs?: number;
  /** Besides those that a client is attached to. */
  readonly sessionNames?: readonly string[];
  readonly clients: readonly {
    readonly pid: number;
    readonly tty: string;
    readonly sessionName: string;
    readonly createdAtMs: number;
    readonly activityAtMs: number;
  }[];
}

export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  readonly modifiedAtMs: number;
}

export interface PowerSettings {
  readonly source: 'AC' | 'Battery';
  readonly batteryPercent: number;
  readonly onAc: Readonly<Record<string, string>>;
  readonly onBattery: Readonly<Record<string, string>>;
}
