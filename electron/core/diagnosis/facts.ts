import type { HostFacts } from './host-facts';
import type { LocalProgramId } from './messages/local-programs';
import type { MessageFact } from './messages/message';
import type { SymptomId } from './symptoms';

/**
 * Everything that a diagnosis is made from: plain JSON data without a secret, no value of a variable, no pasted text.
 * Each part is known or says why it is not. A part that is left out was not asked for.
 */
export type Fact<Value> =
  | {
      readonly kind: 'known';
      readonly value: Value;
      /** `measured`: read or tried by us. `inferred`: it follows from something else that was. */
      readonly basis: 'measured' | 'inferred';
    }
  | { readonly kind: 'not-measured'; readonly reason: string };

export const measured = <Value>(value: Value): Fact<Value> => ({ kind: 'known', value, basis: 'measured' });
export const inferred = <Value>(value: Value): Fact<Value> => ({ kind: 'known', value, basis: 'inferred' });
/** @param reason a clause for a person: "network checks are off". */
export const notMeasured = (reason: string): { readonly kind: 'not-measured'; readonly reason: string } => ({
  kind: 'not-measured',
  reason,
});

/** What one security session sees of the login keychain. */
export interface SessionLock {
  readonly id: string;
  /** In words, as a place: "the tmux server ‘work’". */
  readonly title: string;
  readonly kind:
    | 'desktop'
    | 'ssh'
    | 'tmux-server'
    | 'screen'
    | 'mosh'
    | 'editor-server'
    | 'agent-daemon'
    | 'multiplexer'
    | 'other-login'
    | 'background-job'
    /** The login that does not exist yet. */
    | 'fresh-ssh';
  /** `initial`: in the session of daemons, which does not search the login keychain. */
  readonly bornIn: 'desktop' | 'ssh' | 'initial' | 'unknown';
  readonly sees: 'locked' | 'unlocked' | 'unknown';
  readonly basis: 'measured' | 'inferred';
  /** The command or Latchkey runs inside this very session. */
  readonly isThisSession: boolean;
}

/** One stored login of a tool; dates in milliseconds since 1970. */
export interface StoredCredential {
  readonly tool: string;
  /** The tool's name for a person. */
  readonly name: string;
  readonly account?: string;
  readonly store: 'login-keychain' | 'other-keychain' | 'file' | 'environment' | 'desktop-app' | 'none' | 'unknown';
  readonly overSsh: 'breaks' | 'survives' | 'unknown';
  readonly status: 'valid' | 'expiring' | 'expired' | 'renews-itself' | 'signed-out' | 'unreadable' | 'unknown';
  /** The keychain that holds it, where that is not the login keychain. */
  readonly keychainPath?: string;
  /** What its sign-in has to name: a profile of the AWS CLI. */
  readonly profile?: string;
  readonly expiresAt: number | null;
  /** One sentence that names the file or the item. */
  readonly reason: string;
}

/** The Claude Codes that run, and the lock that one of them takes to renew the token. */
export interface ClaudeCodeFact {
  readonly running: number;
  readonly headless: number;
  /** How many started before the stored login was last written. */
  readonly mayHoldOldToken: number;
  /** Those, each by its number, its terminal and its start, the oldest first. */
  readonly holders?: readonly string[];
  readonly refreshLock: 'free' | 'held' | 'stuck' | 'unknown';
  readonly refreshLockPath?: string;
}

/** A variable or setting that decides which login a tool uses. Its value is nobody's business. */
export interface OverridingSetting {
  readonly tool: string;
  /** `ANTHROPIC_API_KEY`, `apiKeyHelper`. */
  readonly name: string;
  readonly kind: 'key' | 'token' | 'provider-switch' | 'helper' | 'folder';
  /** As the end of a sentence: "set in /Users/alice/.claude/settings.json". */
  readonly where: string;
  /** The file that it stands in, which no shell can unset; left out for a variable of the environment. */
  readonly file?: { readonly path: string; readonly isManaged: boolean };
}

export interface OverridesFact {
  readonly settings: readonly OverridingSetting[];
  /** The name of the one that is used; null when the stored login is. */
  readonly wins: string | null;
  /** Why that one: one sentence. */
  readonly reason: string;
}

export interface ClaudeCopy {
  readonly path: string;
  /** Null when it does not tell without being run. */
  readonly version: string | null;
}

export interface FolderFact {
  readonly path: string;
  /** What it is to whom: "Claude Code's configuration". */
  readonly what: string;
  readonly tool: string;
  readonly state: 'fine' | 'missing' | 'not-readable' | 'not-writable' | 'owned-by-another-user';
}

export interface EditorFact {
  readonly editor: 'vscode' | 'cursor';
  readonly name: string;
  readonly storage: 'present' | 'missing' | 'not-readable';
  /** Extensions that talk to the service, with their versions. */
  readonly extensions: readonly { readonly id: string; readonly version: string }[];
  /** Identifiers of kinds known to get in one another's way. */
  readonly conflicting: readonly string[];
  /** Why its extensions are not known, as a clause; left out where they are. */
  readonly extensionsUnread?: string;
}

export interface ProxyFact {
  /** Names of proxy variables that are set. */
  readonly variables: readonly string[];
  readonly system: 'on' | 'off' | 'unknown';
  /** What asking through it came to. */
  readonly answer: 'no-proxy' | 'works' | 'password-needed' | 'not-reachable' | 'not-tried';
}

/** A program of this Mac that others talk to over a socket or 127.0.0.1. */
export interface LocalProgramFact {
  readonly id: LocalProgramId;
  readonly name: string;
  readonly isHere: boolean;
  readonly isRunning: boolean;
}

/** The helper that Docker's configuration names for all registries. */
export interface DockerHelperFact {
  /** `desktop`: the program is docker-credential-desktop. */
  readonly name: string;
  /** Of the configuration. */
  readonly path: string;
  readonly isFound: boolean;
  /** docker-credential-osxkeychain is there and could serve. */
  readonly hasOsxkeychain: boolean;
}

export interface ServiceFact {
  /** As its public status page says. */
  readonly state: 'operational' | 'degraded' | 'outage';
  /** Outside text, made safe to show. */
  readonly description: string;
}

export interface DiagnosisFacts {
  /** What was pasted, recognised; the text itself is not kept. */
  readonly message?: MessageFact;
  readonly symptom?: SymptomId;
  /** The tool that it is about, as in the credentials. */
  readonly tool?: string;

  readonly sessions?: Fact<readonly SessionLock[]>;
  /** Whether anybody is logged in at this Mac's desktop, where dialogs are shown. */
  readonly desk?: Fact<'occupied' | 'nobody'>;
  /** The login keychain's two settings; a timeout of null is never. */
  readonly autoLock?: Fact<{ readonly lockOnSleep: boolean; readonly idleTimeoutSeconds: number | null }>;
  /** The path of the login keychain. */
  readonly loginKeychainPath?: Fact<string>;
  readonly loginKeychainFile?: Fact<'readable' | 'missing' | 'not-readable' | 'damaged'>;
  readonly searchList?: Fact<{ readonly hasLogin: boolean; readonly missing: readonly string[] }>;
  readonly defaultKeychain?: Fact<'present' | 'missing' | 'not-readable' | 'not-set'>;
  /** Whether the login keychain still opens with the login password, as far as that shows without asking. */
  readonly loginPassword?: Fact<'in-step' | 'out-of-step'>;
  readonly credentials?: Fact<readonly StoredCredential[]>;
  readonly claudeCode?: Fact<ClaudeCodeFact>;
  readonly overrides?: Fact<OverridesFact>;
  /** Installed copies, the one that is started first. */
  readonly claudeCopies?: Fact<readonly ClaudeCopy[]>;
  readonly claudeNewest?: Fact<string>;
  readonly folders?: Fact<readonly FolderFact[]>;
  readonly disk?: Fact<{ readonly path: string; readonly freeBytes: number }>;
  readonly editors?: Fact<readonly EditorFact[]>;
  readonly localPrograms?: Fact<readonly LocalProgramFact[]>;
  /** Null where its configuration names none. */
  readonly dockerHelper?: Fact<DockerHelperFact | null>;
  readonly hosts?: Fact<readonly HostFacts[]>;
  readonly proxy?: Fact<ProxyFact>;
  readonly vpn?: Fact<{ readonly isUp: boolean; readonly interfaces: readonly string[] }>;
  /** Seconds that this Mac's clock is ahead of a server's; negative when behind. */
  readonly clockSkewSeconds?: Fact<number>;
  readonly service?: Fact<ServiceFact>;
}

/** The facts that are measured or not, by name; the rest is what somebody told. */
export type FactName = Exclude<keyof DiagnosisFacts, 'message' | 'symptom' | 'tool'>;
