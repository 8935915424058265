import { autoLockArguments } from '../../core/auto-lock/auto-lock';
import { failure, type Outcome, success } from '../../core/outcome';
import { formatTimeout } from '../../core/time/format-timeout';
import type { AutoLockSettings } from '../../core/words/keychain';
import { childEnvironment } from '../children/child-environment';
import { runTool, type ToolResult } from '../children/child-process';
import { createOneAtATime } from '../children/one-at-a-time';
import { createRestAfterSilence } from '../children/rest-after-silence';
import { runInTerminal } from '../children/terminal-child';
import { type MacHost, onDisk } from '../mac/host';
import { parseCertificates } from './certificate-list';
import { parseItemAttributes } from './item-attributes';
import { parseKeychainInfo } from './keychain-info-line';
import { parseKeychainPaths, parseOneKeychainPath } from './keychain-path-lines';
import type { SecurityFailureCode, SecurityOutcome, SecurityTool } from './security';
import { meaningOfExit } from './security-exit-codes';
import { isNoDialogProof, type NoDialogProof } from './security-session';
import { parseSigningIdentities } from './signing-identities';

const securityPath = '/usr/bin/security';
/** Where it lies on disk, for a window in which the user runs it. */
export const securityToolOnDisk = (host: MacHost): string => onDisk(host, securityPath);

const queryLimitMs = 5_000;
/** After a query that got no answer, its kind is not asked again for this long: dozens of tools' items wait in line. */
const restMs = 10_000;
const actionLimitMs = 10_000;
/** A dialog waits for a person. */
const dialogLimitMs = 300_000;
/** A click is waiting, and macOS may ask that person whether the item may be read. */
const readItemLimitMs = 60_000;

/** Lists of keychains and identities are far shorter; Mail keeps the certificates of everybody who ever wrote. */
const mostOutputBytes = 1024 * 1024;
const mostCertificateBytes = 4 * 1024 * 1024;

type Output = { readonly stdout: string; readonly stderr: string };
type ItemQuery = { readonly service: string; readonly account?: string; readonly keychainPath?: string };

/**
 * The one door to `security`. What nobody clicked for (lists, attributes) cannot prompt. Queries share a running call,
 * actions answer `busy` while one of their kind runs.
 *
 * @param fileForWrites an open file that a call which changes a keychain is given: while it is open, the call may be running.
 */
export const createSecurityTool = (host: MacHost, fileForWrites: () => number | null = () => null): SecurityTool => {
  const oneAtATime = createOneAtATime();
  const restAfterSilence = createRestAfterSilence();

  const run = async (
    args: readonly string[],
    timeLimitMs: number,
    signal?: AbortSignal,
  ): Promise<SecurityOutcome<Output>> =>
    outputOf(
      await runTool(host, {
        tool: securityPath,
        args,
        timeLimitMs,
        outputLimitBytes: args[0] === 'find-certificate' ? mostCertificateBytes : mostOutputBytes,
        ...(signal ? { signal } : {}),
      }),
    );

  const runWrite = async (args: readonly string[]): Promise<SecurityOutcome<Output>> => {
    const inheritedFile = fileForWrites();
    const file = inheritedFile === null ? {} : { inheritedFile };
    return outputOf(await runTool(host, { tool: securityPath, args, timeLimitMs: actionLimitMs, ...file }));
  };

  const query = <Value>(
    args: readonly [verb: string, ...rest: string[]],
    parse: (stdout: string) => Outcome<Value, SecurityFailureCode>,
  ): Promise<SecurityOutcome<Value>> =>
    oneAtATime.query(args[0], args, async () => {
      const output = await restAfterSilence(args[0], restMs, () => run(args, queryLimitMs), isTimedOut);
      return output.ok ? parse(output.value.stdout) : output;
    });

  const action = async <Value>(
    kind: string,
    start: () => Promise<SecurityOutcome<Output>>,
    parse: (stdout: string) => SecurityOutcome<Value>,
  ): Promise<SecurityOutcome<Value>> => {
    const running = oneAtATime.action(kind, start);
    if (running === null) return failure('busy', 'The same is under way already. Wait until it has ended.');
    const output = await running;
    return output.ok ? parse(output.value.stdout) : output;
  };

  return {
    listKeychains: () => query(['list-keychains'], parseKeychainPaths),
    defaultKeychain: () => query(['default-keychain'], parseOneKeychainPath),
    loginKeychain: () => query(['login-keychain'], parseOneKeychainPath),
    findItem: (item) =>
      query(['find-generic-password', ...itemArguments(item)], (stdout) => parseItemAttributes(stdout)),
    findInternetItem: ({ server, account }) =>
      query(['find-internet-password', '-s', server, ...(account === undefined ? [] : ['-a', account])], (stdout) =>
        parseItemAttributes(stdout, 'inet'),
      ),
    findIdentities: () => query(['find-identity', '-p', 'codesigning'], parseSigningIdentities),
    findCertificates: (keychainPath) => query(['find-certificate', '-a', '-p', keychainPath], parseCertificates),
    unlockWithSystemDialog: (keychainPath, signal) =>
      action('unlock', () => run(['unlock-keychain', '-u', keychainPath], dialogLimitMs, signal), done),
    lock: (keychainPath) => action('lock', () => runWrite(['lock-keychain', keychainPath]), done),
    lockAll: () => action('lock', () => runWrite(['lock-keychain', '-a']), done),
    setAutoLock: (keychainPath, settings) =>
      action('set', () => runWrite(['set-keychain-settings', ...autoLockArguments(settings), keychainPath]), done),
    readItem: (item, parse) =>
      action(
        'read-item',
        () => run(['find-generic-password', '-w', ...itemArguments(item)], readItemLimitMs),
        (stdout) => keepOnly(stdout, parse),
      ),
  };
};

/**
 * `security` asks for the password itself, at our terminal, and waits for a person: nothing that is typed comes to us. Only
 * where there is a terminal; without, it would read the standard input.
 */
export const unlockInTerminal = async (host: MacHost, keychainPath: string): Promise<SecurityOutcome> => {
  const end = await runInTerminal(securityToolOnDisk(host), ['unlock-keychain', keychainPath], childEnvironment(host));
  if (end.kind === 'signalled') return failure('cancelled', 'It was called off.');
  const output = outputOf(end.kind === 'exited' ? { ...end, stdout: '', stderr: '' } : end);
  return output.ok ? done() : output;
};

/**
 * Asks with `show-keychain-info`, which unlocks first: on a desktop a locked keychain would raise the password dialog.
 * Where no dialog is possible it fails with 36 instead, and only such a place has the proof.
 */
export const showKeychainInfo = async (
  host: MacHost,
  proof: NoDialogProof,
  keychainPath: string,
): Promise<SecurityOutcome<AutoLockSettings>> => {
  if (!isNoDialogProof(proof)) return failure('interaction-required', 'Asking this way could raise a dialog.');
  const args = ['show-keychain-info', keychainPath];
  const output = outputOf(await runTool(host, { tool: securityPath, args, timeLimitMs: queryLimitMs }));
  return output.ok ? parseKeychainInfo(output.value.stderr) : output;
};

const isTimedOut = (output: SecurityOutcome<Output>): boolean => !output.ok && output.code === 'timed-out';

const done = (): SecurityOutcome => success(undefined);

const itemArguments = ({ service, account, keychainPath }: ItemQuery): string[] => [
  '-s',
  service,
  ...(account === undefined ? [] : ['-a', account]),
  ...(keychainPath === undefined ? [] : [keychainPath]),
];

/** Whatever `parse` throws could quote the secret, so it ends here. */
const keepOnly = <Value>(secret: string, parse: (secret: string) => Value): SecurityOutcome<Value> => {
  try {
    return success(parse(secret.replace(/\n$/, '')));
  } catch {
    return failure('garbled', 'The item was read, but what it holds is not what Latchkey expects.');
  }
};

/** The exit code first; the text only where there is an answer to parse. */
const outputOf = (result: ToolResult): SecurityOutcome<Output> => {
  switch (result.kind) {
    case 'exited': {
      if (result.code === 0) return success({ stdout: result.stdout, stderr: result.stderr });
      const { code, sentence } = meaningOfExit(result.code, result.stderr);
      return failure(code, sentence);
    }
    case 'signalled':
      return failure('killed', `The security tool was ended by ${result.signal} before it answered.`);
    case 'timed-out':
      return failure(
        'timed-out',
        `The security tool did not answer within ${formatTimeout(result.timeLimitMs / 1000)}.`,
      );
    case 'too-much-output':
      return failure('garbled', 'The security tool said far more than it should have.');
    case 'could-not-start':
      return failure('not-found', `The security tool could not be started (${result.errorCode}).`);
    case 'aborted':
      return failure('aborted', 'It was called off. Nothing has changed.');
  }
};
