/** Writes one line. It takes what happened and nothing that it happened to: no path, payload, state or command. */
export type Log = (event: string) => void;

/** To stderr, where Console.app and a terminal find it. */
export const logToStderr: Log = (event) => {
  process.stderr.write(`latchkey: ${event}\n`);
};

/** A failure without its message, which may quote a path or an argument: only the kind of error and its code. */
export const nameOfError = (error: unknown): string => {
  if (!(error instanceof Error)) return 'something that is no error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
};
