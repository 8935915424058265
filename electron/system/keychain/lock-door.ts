import { meaningOfRefusal } from '../../core/keychain/refusal';
import type { Outcome } from '../../core/outcome';
import type { LockReading } from '../../core/words/reading';
import type { BoundedTools } from '../children/bounded-tools';
import { createOneAtATime } from '../children/one-at-a-time';
import type { MacHost } from '../mac/host';
import type { FrameworkLibrary } from './framework-library';
import { readLocksThroughJxa } from './jxa';
import { inUseStatus, sentenceOfOsStatus } from './os-status';
import type { LockDoor } from './security';
import { readLockThroughFramework } from './security-framework';
import { proveNoDialog, type ReadSecuritySession } from './security-session';
import { showKeychainInfo } from './security-tool';

/** The lock state through the framework where it loads, else through child processes, else unknown with every reason. */
export const createLockDoor = (
  host: MacHost,
  tools: BoundedTools,
  library: Outcome<FrameworkLibrary>,
  readSession: ReadSecuritySession,
): LockDoor => {
  if (!library.ok) return createFallbackLockDoor(host, tools, library.reason, readSession);
  const { turn } = library.value;
  const fallback = createFallbackLockDoor(host, tools, sentenceOfOsStatus(inUseStatus), readSession);
  return {
    get means() {
      return turn.isOverdue() ? fallback.means : 'framework';
    },
    async read(keychainPath) {
      const reading = await turn.takeBriefly(() => readLockThroughFramework(library.value, keychainPath));
      // A listing of items that hangs is no reason to know nothing.
      return reading ?? fallback.read(keychainPath);
    },
  };
};

/** @param reason why the framework cannot be asked; told when nothing else answers either. */
const createFallbackLockDoor = (
  host: MacHost,
  tools: BoundedTools,
  reason: string,
  readSession: ReadSecuritySession,
): LockDoor => {
  let means: LockDoor['means'] = 'jxa';
  const oneAtATime = createOneAtATime();

  /** Those asked for in one turn of the event loop share one child process. */
  const throughJxa = batched(async (keychainPaths) => {
    const readings = await readLocksThroughJxa(tools, keychainPaths);
    means = readings.ok ? 'jxa' : 'none';
    if (readings.ok) return readings.value;
    return keychainPaths.map((): LockReading => ({ state: 'unknown', reason: `${reason} ${readings.reason}` }));
  });

  /** The refusal alone proves nothing: the keychain's state in this session is asked for as well. */
  const afterRefusal = async (keychainPath: string): Promise<LockReading> => {
    const status = await throughJxa(keychainPath);
    return status.state === 'unknown' && meaningOfRefusal('settings', 'unknown') === 'locked'
      ? { state: 'locked' }
      : status;
  };

  return {
    get means() {
      return means;
    },
    async read(keychainPath) {
      // The way that can raise a dialog on a desktop opens only with the proof that none is possible.
      const proof = await proveNoDialog(readSession);
      if (proof === null) return throughJxa(keychainPath);
      const info = await oneAtATime.query('show', [keychainPath], () => showKeychainInfo(host, proof, keychainPath));
      if (!info.ok && info.code === 'not-found') return throughJxa(keychainPath);
      const reading: LockReading = info.ok
        ? { state: 'unlocked' }
        : info.code === 'interaction-not-allowed'
          ? await afterRefusal(keychainPath)
          : { state: 'unknown', reason: `${reason} ${info.reason}` };
      means = 'security-tool';
      return reading;
    },
  };
};

/** Gathers single questions into one: the answers come back in the order of the questions. */
const batched = (
  readAll: (keychainPaths: readonly string[]) => Promise<readonly LockReading[]>,
): ((keychainPath: string) => Promise<LockReading>) => {
  let waiting: { readonly paths: Set<string>; readonly answers: Promise<ReadonlyMap<string, LockReading>> } | null =
    null;

  const nextBatch = () => {
    const paths = new Set<string>();
    const answers = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
      waiting = null;
      const asked = [...paths];
      const readings = await readAll(asked);
      return new Map(asked.map((path, index) => [path, readings[index] ?? unanswered]));
    });
    return { paths, answers };
  };

  return async (keychainPath) => {
    waiting ??= nextBatch();
    waiting.paths.add(keychainPath);
    return (await waiting.answers).get(keychainPath) ?? unanswered;
  };
};

const unanswered: LockReading = { state: 'unknown', reason: 'No answer came for this keychain.' };
