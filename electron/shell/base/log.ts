import { formatOutsideText } from '../../core/text/format-outside-text';

/** Writes one line. It takes what happened and nothing that it happened to: no path, payload, state or command. */
export type Log = (event: string) => void;

/** To stderr, where Console.app and a terminal find it. */
export const logToStderr: Log = (event) => {
  process.stderr.write(`latchkey: ${formatOutsideText(event)}\n`);
};
