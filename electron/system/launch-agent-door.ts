import { chmod, lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { desktopTmuxLabel } from '../core/desktop-tmux';
import { failure, type Outcome, success } from '../core/outcome';
import type { BoundedTools, ToolAnswer, ToolFailure } from './bounded-tools';
import type { MacHost } from './host';
import { onDisk } from './host';

export interface LaunchAgentDoor {
  /** macOS path of the file. */
  readonly path: string;
  isInstalled(): Promise<boolean>;
  /** Writes the file and loads it, which also runs it. One that is loaded from another file is replaced. */
  install(plist: string): Promise<Outcome<void>>;
  remove(): Promise<Outcome<void>>;
  /** Has launchd run it in the desktop session; it answers before the job has done its work. */
  kickstart(): Promise<Outcome<void>>;
}

const launchctlPath = '/bin/launchctl';
const noSuchService = 113;
/** errno 3 ESRCH: it was not loaded. */
const noSuchProcess = 3;
/** launchd refuses a LaunchAgent that others could have written. */
const fileMode = 0o644;

/** The one LaunchAgent of the user's that Latchkey can have. */
export const createLaunchAgentDoor = (host: MacHost, tools: BoundedTools): LaunchAgentDoor => {
  const path = `${host.homeFolder}/Library/LaunchAgents/${desktopTmuxLabel}.plist`;
  const file = onDisk(host, path);
  const domain = `gui/${host.uid}`;
  const service = `${domain}/${desktopTmuxLabel}`;
  const launchctl = (...args: string[]) => tools.ask(launchctlPath, args, 'launchctl of the user');

  const isInstalled = () =>
    lstat(file).then(
      () => true,
      () => false,
    );

  const unload = async (): Promise<Outcome<void>> => {
    const answer = await launchctl('bootout', service);
    if (answer.ok && [0, noSuchProcess, noSuchService].includes(answer.code)) return success(undefined);
    return failure('not-unloaded', `launchd did not let go of it. ${wordsOf(answer)}`);
  };

  return {
    path,
    isInstalled,
    async install(plist) {
      const printed = await launchctl('print', service);
      const isLoaded = printed.ok && printed.code === 0;
      if (isLoaded && (await readFile(file, 'utf8').catch(() => null)) === plist) return success(undefined);
      const written = await replaceFile(file, plist);
      if (!written.ok) return written;
      if (isLoaded) {
        const unloaded = await unload();
        if (!unloaded.ok) return unloaded;
      }
      const loaded = await launchctl('bootstrap', domain, path);
      if (loaded.ok && loaded.code === 0) return success(undefined);
      return failure(
        'not-loaded',
        `The file is in its place and will be used at the next login at the desktop, but launchd did not take it now. ${wordsOf(loaded)}`,
      );
    },
    async remove() {
      const unloaded = await unload();
      if (!unloaded.ok) return unloaded;
      try {
        await rm(file, { force: true });
        return success(undefined);
      } catch (error) {
        return failure('not-removed', `${path} could not be removed: ${messageOf(error)}`);
      }
    },
    async kickstart() {
      const answer = await launchctl('kickstart', service);
      if (answer.ok && answer.code === 0) return success(undefined);
      if (answer.ok && answer.code === noSuchService)
        return failure(
          'not-loaded',
          'launchd does not know the LaunchAgent now: nobody is logged in at the desktop, or it is switched off.',
        );
      return failure('not-started', `launchd did not start it. ${wordsOf(answer)}`);
    },
  };
};

const wordsOf = (answer: ToolAnswer | ToolFailure): string => {
  if (!answer.ok) return answer.reason;
  const said = (answer.stderr.split('\n')[0] ?? '').replace(/\p{Cc}/gu, '').slice(0, 200);
  return `It said: ${said || `code ${answer.code}`}`;
};

/** The old file or the new one, never half of it. */
const replaceFile = async (file: string, text: string): Promise<Outcome<void>> => {
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await rm(unfinished, { force: true });
    await writeFile(unfinished, text, { flag: 'wx', mode: fileMode });
    // Whatever the umask is.
    await chmod(unfinished, fileMode);
    await rename(unfinished, file);
    return success(undefined);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    return failure('not-written', `The LaunchAgent could not be written: ${messageOf(error)}`);
  }
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
