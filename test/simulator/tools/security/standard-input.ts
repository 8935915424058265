import { complain, type ToolCall } from '../../tool-call';

const newline = 0x0a;
const longestLineBytes = 4095;
const longestPasswordBytes = 128;

/**
 * The next command line. As in Apple's `readline.c` a longer one goes on as the next command, and what follows the last
 * newline is lost.
 */
export const readCommandLine = async ({ console }: ToolCall): Promise<string | null> => {
  const bytes: number[] = [];
  while (bytes.length < longestLineBytes) {
    const byte = await console.input.next();
    if (byte === null) return null;
    if (byte === newline) break;
    bytes.push(byte);
  }
  return Buffer.from(bytes).toString('utf8');
};

const passwordOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, longestPasswordBytes)).toString('utf8');

const readLine = async ({ console }: ToolCall): Promise<Uint8Array> => {
  const bytes: number[] = [];
  for (let byte = await console.input.next(); byte !== null && byte !== newline; byte = await console.input.next())
    bytes.push(byte);
  return Buffer.from(bytes);
};

/** `getpass()`: asks at the controlling terminal where there is one, whatever stdin is; else reads stdin. */
export const askForPassword = async (call: ToolCall, prompt: string): Promise<string> => {
  const typed = await call.console.askAtTerminal(prompt);
  if (typed !== null) return passwordOf(typed);
  complain(prompt);
  return passwordOf(await readLine(call));
};
