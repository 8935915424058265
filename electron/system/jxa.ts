import { failure, type Outcome, success } from '../core/outcome';
import type { BoundedTools } from './bounded-tools';
import type { LockReading } from './doors';
import { readingOfStatus } from './lock-bits';

const osascriptPath = '/usr/bin/osascript';

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
  const answer = await tools.ask(osascriptPath, ['-l', 'JavaScript', '-e', lockStateScript, ...keychainPaths]);
  if (!answer.ok) return failure('not-readable', answer.reason);
  if (answer.code !== 0) return failure('not-readable', `${osascriptPath} ended with code ${answer.code}.`);
  return parseJxaAnswer(answer.stdout, keychainPaths);
};

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
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
};

const notUnderstood = failure('not-readable', `${osascriptPath} answered in words that Latchkey does not know.`);
