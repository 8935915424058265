/** `sh` is dash, ksh and whatever else reads ~/.profile as a login shell. */
export const shellNames = ['zsh', 'bash', 'sh', 'fish'] as const;

export type ShellName = (typeof shellNames)[number];

/** What installing the shell helper for one shell would do, to be shown before it is done. Paths are macOS paths. */
export interface ShellPlan {
  readonly shell: ShellName;
  /** The start-up file, and one sentence on why this one. */
  readonly file: string;
  readonly why: string;
  /** The file that is written: `file`, or what it is a link to. */
  readonly targetFile: string;
  /** The exact lines that are put at its end. */
  readonly lines: readonly string[];
  readonly makesFile: boolean;
  /** The lines are there already. */
  readonly isInstalled: boolean;
  /** The copies of the helper that those lines read. */
  readonly helperFiles: readonly string[];
}

/** A shell that the helper can be installed for, or why it cannot. */
export type ShellHelper =
  | { readonly kind: 'plan'; readonly plan: ShellPlan }
  | { readonly kind: 'refused'; readonly shell: ShellName; readonly reason: string };
