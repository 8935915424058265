import { failure, type Outcome, success } from '../../core/outcome';
import { parseJson } from '../../core/text/json';
import type { LockReading } from '../../core/words/reading';
import type { BoundedTools } from '../children/bounded-tools';
import { readingOfStatus } from './security-framework';

const osascriptPath = '/usr/bin/osascript';
/** One look asks for the session and for the locks many times. */
const restMs = 20_000;

/**
 * The same question as in `framework-library.ts`, asked by a JavaScript for Automation of macOS: for when koffi does not
 * load. It too switches prompts off before anything else. Its arguments are keychain paths, its answer one JSON array
 * `[{ "path", "osStatus", "bits" }]`.
 */
export const lockStateScript = `
ObjC.import('Security');
function run(paths) {
  var forbidden = $.SecKeychainSetUserInteractionAllowed(false);
  return JSON.stringify(paths.map(function (path) {
    if (forbidden !== 0) return { path: path, osStatus: forbidden, bits: 0 };
    var keychain = Ref();
    var opened = $.SecKeychainOpen(path, keychain);
    if (opened !== 0) return { path: path, osStatus: opened, bits: 0 };
    var bits = Ref();
    var osStatus = $.SecKeychainGetStatus(keychain[0], bits);
    return { path: path, osStatus: osStatus, bits: osStatus === 0 ? bits[0] : 0 };
  }));
}`;

/** One child process for all keychains. @returns the readings in the order of the paths. */
export const readLocksThroughJxa = async (
  tools: BoundedTools,
  keychainPaths: readonly string[],
): Promise<Outcome<readonly LockReading[], 'not-readable'>> => {
  const answer = await askJxa(tools, lockStateScript, keychainPaths);
  return answer.ok ? parseJxaAnswer(answer.value, keychainPaths) : answer;
};

/**
 * Which security session this is: a child is in that of its parent. 4294967295 is -1, whoever asks (AuthSession.h). Prints
 * `[osStatus, number, attribute bits]`. One line without single quotes, so that it can also be a word of a command which
 * some other shell reads.
 */
export const sessionScript = [
  'ObjC.import("Security");',
  'function run() { var id = Ref(), bits = Ref();',
  'var osStatus = $.SessionGetInfo(4294967295, id, bits);',
  'return JSON.stringify([osStatus, osStatus === 0 ? id[0] : 0, osStatus === 0 ? bits[0] : 0]); }',
].join(' ');

/** @returns what the script printed. */
export const askJxa = async (
  tools: BoundedTools,
  script: string,
  args: readonly string[] = [],
): Promise<Outcome<string, 'not-readable'>> => {
  const kind = script === sessionScript ? 'osascript session' : 'osascript locks';
  const answer = await tools.ask(osascriptPath, ['-l', 'JavaScript', '-e', script, ...args], kind, restMs);
  if (!answer.ok) return failure('not-readable', answer.reason);
  if (answer.code !== 0) return failure('not-readable', `${osascriptPath} ended with code ${answer.code}.`);
  return success(answer.stdout);
};

/** Far more than the script prints for a hundred keychains with the longest paths. */
const longestAnswerCharacters = 256 * 1024;

/** What a script has printed as JSON; undefined for what is none, or more than any of them prints. */
export const parseJxaJson = (stdout: string): unknown =>
  stdout.length > longestAnswerCharacters ? undefined : parseJson(stdout.trim());

/** Takes nothing but an answer for exactly these paths, in this order. */
export const parseJxaAnswer = (
  stdout: string,
  keychainPaths: readonly string[],
): Outcome<readonly LockReading[], 'not-readable'> => {
  const entries = parseJsonArray(stdout);
  if (entries?.length !== keychainPaths.length) return notUnderstood;
  const readings: LockReading[] = [];
  for (const [index, entry] of entries.entries()) {
    if (typeof entry !== 'object' || entry === null) return notUnderstood;
    const { path, osStatus, bits }: { path?: unknown; osStatus?: unknown; bits?: unknown } = entry;
    if (path !== keychainPaths[index] || !Number.isInteger(osStatus) || !Number.isInteger(bits)) return notUnderstood;
    readings.push(readingOfStatus(Number(osStatus), Number(bits)));
  }
  return success(readings);
};

const parseJsonArray = (text: string): readonly unknown[] | null => {
  const value = parseJxaJson(text);
  return Array.isArray(value) ? value : null;
};

const notUnderstood = failure('not-readable', `${osascriptPath} answered in words that Latchkey does not know.`);
