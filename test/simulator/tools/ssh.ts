import { record } from '../ledger';
import { sshVariables } from '../parsing/parse-processes';
import { processEnvironment } from '../session-environment';
import { complain, type Tool, type ToolCall, type ToolEnd } from '../tool-call';

const couldNotLogIn = 255;
const withValue = 'BbcDEeFIiJLlmOopQRSWw';

interface Request {
  readonly destination: string;
  readonly command: readonly string[];
  readonly port: string;
}

/** `getopt` as ssh uses it: options end with the destination, and what follows the destination is the command. */
const readArguments = (args: readonly string[]): Request => {
  let port = '22';
  let index = 0;
  for (; args[index]?.startsWith('-'); index += 1) {
    const letters = args[index]?.slice(1) ?? '';
    const position = [...letters].findIndex((letter) => withValue.includes(letter));
    if (position < 0) continue;
    const attached = letters.slice(position + 1);
    if (attached === '') index += 1;
    if (letters[position] === 'p') port = attached || (args[index] ?? '');
  }
  return { destination: args[index] ?? '', command: args.slice(index + 1), port };
};

/** sshd asks for a new audit session at every login, so no two have the same security session. */
const newSession = ({ caller }: ToolCall): string => `ssh-login-${caller.pid}`;

/** Reaches nobody but this Mac. Every key is let in: what else sshd can answer is for a fault to say. */
export const ssh: Tool = (call) => {
  const { destination, command, port } = readArguments(call.args);
  const host = destination.replace(/^.*@/, '');
  if (host === '') {
    complain('usage: ssh [-o option] [-p port] destination [command [argument ...]]\n');
    return couldNotLogIn;
  }
  if (!['localhost', '127.0.0.1', '::1', call.mac.plan.hostName].includes(host)) {
    complain(`ssh: Could not resolve hostname ${host}: nodename nor servname provided, or not known\r\n`);
    return couldNotLogIn;
  }
  if (!call.mac.plan.remoteLogin || port !== '22') {
    complain(`ssh: connect to host ${host} port ${port}: Connection refused\r\n`);
    return couldNotLogIn;
  }
  return logIn(call, command);
};

const logIn = (call: ToolCall, command: readonly string[]): ToolEnd => {
  const { mac, environment } = call;
  const session = newSession(call);
  record(mac, 'ssh-login', { session, keychain: '', by: 'ssh' });
  return {
    program: {
      words: ['/bin/sh', ...(command.length > 0 ? ['-c', command.join(' ')] : [])],
      folder: mac.root + mac.plan.user.home,
      environment: processEnvironment(mac.root, mac.plan, environment, session, sshVariables(null, '127.0.0.1')),
      hasInput: false,
      codeOnSignal: couldNotLogIn,
    },
  };
};
