import { fileComparisonsMs, fileLooksMs } from '../../core/look/look-intervals';
import { nextFileLookMs } from '../../core/look/poll-policy';
import { hasChanged } from '../../core/look/what-is-due';
import type { MacDoors } from '../../system/doors';
import type { Scheduler } from '../loop/scheduler';
import type { HintedFile, WatchedFile } from './watched-file';

/** Turns hints about files into looks: seldom, and only where the file is another one than when it was read. */
export interface FileHints {
  /** A look is over: takes up the files that it depends on, and compares them all if that was long ago. */
  follow(): void;
  stop(): void;
}

interface HintTools {
  readonly doors: Pick<MacDoors, 'host' | 'fileFingerprint' | 'watchFiles'>;
  readonly scheduler: Scheduler;
  isVisible(): boolean;
  watched(): readonly WatchedFile[];
  /** Of the files that were hinted at some have changed. */
  lookAt(hinted: readonly HintedFile[]): Promise<void>;
}

export const createFileHints = ({ doors, scheduler, isVisible, watched, lookAt }: HintTools): FileHints => {
  const { host, fileFingerprint } = doors;
  const hinted = new Set<string>();
  let lastAt: number | null = null;
  let comparedAllAt: number | null = null;
  let isComparing = false;
  let isStopped = false;
  /** Null: no comparison is planned. */
  let callOff: (() => void) | null = null;

  const plan = (): void => {
    // One that was planned stays: hints that never end put nothing off.
    if (callOff !== null || isComparing || isStopped) return;
    callOff = scheduler.after(nextFileLookMs(host.now(), lastAt, isVisible()), () => void compare());
  };

  const compare = async (): Promise<void> => {
    callOff = null;
    isComparing = true;
    lastAt = host.now();
    const paths = new Set(hinted);
    hinted.clear();
    const files = watched().filter(({ path }) => paths.has(path));
    const now = new Map(
      await Promise.all([...paths].map(async (path) => [path, await fileFingerprint(path)] as const)),
    );
    const compared = files.map(
      ({ path, fingerprint, tellsOf }): HintedFile => ({ before: fingerprint, now: now.get(path) ?? null, tellsOf }),
    );
    if (!isStopped && compared.some(hasChanged)) await lookAt(compared);
    isComparing = false;
    if (isStopped) return;
    takeUp();
    if (hinted.size > 0) plan();
  };

  const takeUp = (): void => watch.follow(new Set(watched().map(({ path }) => path)));

  const watch = doors.watchFiles((path) => {
    hinted.add(path);
    plan();
  });

  return {
    follow() {
      const now = host.now();
      const sight = isVisible() ? 'visible' : 'hidden';
      const isOver = (at: number | null, spanMs: number) => at === null || now < at || now - at >= spanMs;
      if (isStopped || isComparing || !isOver(comparedAllAt, fileComparisonsMs[sight])) return;
      // Its own timer would wake this process once more.
      if (!isOver(lastAt, fileLooksMs[sight])) return;
      comparedAllAt = now;
      for (const { path } of watched()) hinted.add(path);
      callOff?.();
      void compare();
    },
    stop() {
      isStopped = true;
      callOff?.();
      watch.stop();
    },
  };
};
