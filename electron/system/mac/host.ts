/**
 * The Mac that this process looks at. Every path in the code and in the snapshot is a macOS path
 * (`/Users/alice/Library/Keychains/login.keychain-db`); only the doors in this folder turn it into a path on disk, with
 * `onDisk`. On a Mac the two are the same. On the simulated Mac everything lies under one root folder.
 */
export interface MacHost {
  readonly kind: 'macos' | 'simulated-macos';
  /** Put in front of every macOS path on its way to the disk: '' on a Mac, the simulated Mac's root folder elsewhere. */
  readonly root: string;
  /** macOS path of the user's home folder. */
  readonly homeFolder: string;
  readonly userName: string;
  readonly uid: number;
  /** The environment of this process. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970; on the simulated Mac its own clock. */
  now(): number;
}

export const onDisk = (host: MacHost, macPath: string): string => host.root + macPath;

/**
 * Whose files are the user's own: of whoever runs this process. On a Mac that is the Mac's user; what lies on the simulated
 * Mac's disk belongs to whoever runs it.
 */
export const fileOwner = (host: MacHost): number => process.getuid?.() ?? host.uid;
