import { type Paint, paintFor } from './paint';

/** Where a command writes to, and how it learns that the user wants it to end. */
export interface Terminal {
  /** Answers: what the command was asked for. */
  print(text: string): void;
  /** Everything else: what goes on, what went wrong. */
  tell(text: string): void;
  readonly paint: Paint;
  readonly timeZone: string;
  /** Calls back at the first Ctrl-C (or SIGTERM); a second one ends the process the usual way. */
  onInterrupt(run: () => void): void;
}

export const processTerminal = (): Terminal => ({
  print: (text) => process.stdout.write(`${text}\n`),
  tell: (text) => process.stderr.write(`${text}\n`),
  paint: paintFor(process.stdout, process.env),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  onInterrupt(run) {
    process.once('SIGINT', run);
    process.once('SIGTERM', run);
  },
});
