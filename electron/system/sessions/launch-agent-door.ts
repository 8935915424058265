import { failure, type Outcome, success } from '../../core/outcome';
import { desktopTmuxLabel } from '../../core/sessions/desktop-tmux';
import type { BoundedTools, ToolAnswer, ToolFailure } from '../children/bounded-tools';
import { removeFile, replaceDurably } from '../files/durable-file';
import { readOwnFile, statusOf } from '../files/own-file';
import { findFolder, makeClosedFolder, makeSharedFolder } from '../files/own-folder';
import { supportFolder } from '../files/support-folder';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';

export interface LaunchAgentDoor {
  /** macOS path of the file. */
  readonly path: string;
  /** `unknown`: macOS does not let it be seen. */
  isInstalled(): Promise<boolean | 'unknown'>;
  /** Writes the file and loads it, which also runs it. One that is loaded from another file is replaced. */
  install(plist: string): Promise<Outcome<void>>;
  remove(): Promise<Outcome<void>>;
  /**
   * Has launchd run it in the desktop session, installed or not and from whatever session; it answers before the job has
   * done its work. What it starts is launchd's child, and outlives whoever asked.
   */
  run(plist: string): Promise<Outcome<void, 'nobody-at-the-desktop' | 'not-started'>>;
  /** Takes away what `run` needed where it is not installed. What the job has left running goes on. */
  clearAway(): Promise<void>;
}

const launchctlPath = '/bin/launchctl';
/**
 * How launchctl ends where launchd does not have the agent: 113 no such service, 112 no such domain, 125 "Domain does not
 * support specified action", which both are where nobody is logged in at the desktop (from macOS 26.4 on).
 */
const notThere: readonly number[] = [112, 113, 125];
/** errno 3 ESRCH: it was not loaded. */
const noSuchProcess = 3;
/** launchd refuses a LaunchAgent that others could have written. */
const fileMode = 0o644;
const largestBytes = 65_536;

/** The one LaunchAgent of the user's that Latchkey can have. */
export const createLaunchAgentDoor = (host: MacHost, tools: BoundedTools): LaunchAgentDoor => {
  const folder = `${host.homeFolder}/Library/LaunchAgents`;
  const name = `${desktopTmuxLabel}.plist`;
  const path = `${folder}/${name}`;
  /** Where the file of a job lies that is run once, without being installed. */
  const onceFolder = supportFolder(host);
  const domain = `gui/${host.uid}`;
  const service = `${domain}/${desktopTmuxLabel}`;
  const launchctl = (...args: string[]) => tools.ask(launchctlPath, args, 'launchctl of the user');

  const isInstalled = async () => {
    const { kind } = await statusOf(onDisk(host, path));
    return kind === 'unreadable' ? 'unknown' : kind === 'found';
  };

  const holds = async (plist: string): Promise<boolean> => {
    const found = await findFolder(host, folder);
    if (found.kind !== 'folder') return false;
    const text = await readOwnFile(found.folder, name, { largestBytes, others: 'reading' });
    return text.ok && text.value === plist;
  };

  /** Since Darwin 27 `bootout` of an agent that is not loaded may end with 5, as other troubles do: `print` tells them apart. */
  const unload = async (): Promise<Outcome<void>> => {
    const answer = await launchctl('bootout', service);
    if (answer.ok && [0, noSuchProcess, ...notThere].includes(answer.code)) return success(undefined);
    const printed = answer.ok ? await launchctl('print', service) : answer;
    if (printed.ok && notThere.includes(printed.code)) return success(undefined);
    return failure('not-unloaded', `launchd did not let go of it. ${wordsOf(answer)}`);
  };

  return {
    path,
    isInstalled,
    async install(plist) {
      const printed = await launchctl('print', service);
      const isLoaded = printed.ok && printed.code === 0;
      if (isLoaded && (await holds(plist))) return success(undefined);
      const made = makeSharedFolder(host, folder);
      const written = made.ok ? await replaceDurably(made.value, name, plist, { mode: fileMode }) : made;
      if (!written.ok) return failure('not-written', `The LaunchAgent ${path} was not written. ${written.reason}`);
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
      const found = await findFolder(host, folder);
      if (found.kind === 'missing') return success(undefined);
      const removed =
        found.kind === 'folder' ? await removeFile(found.folder, name) : failure('not-removed', found.reason);
      return removed.ok ? removed : failure('not-removed', `${path} is still there. ${removed.reason}`);
    },
    async run(plist) {
      const printed = await launchctl('print', service);
      const isLoaded = printed.ok && printed.code === 0;
      if (!isLoaded) {
        const made = await makeClosedFolder(host, onceFolder);
        const written = made.ok ? await replaceDurably(made.value, name, plist, { mode: fileMode }) : made;
        if (!written.ok) return failure('not-started', written.reason);
      }
      const answer = await (isLoaded
        ? launchctl('kickstart', service)
        : launchctl('bootstrap', domain, `${onceFolder}/${name}`));
      if (answer.ok && answer.code === 0) return success(undefined);
      if (answer.ok && notThere.includes(answer.code))
        return failure(
          'nobody-at-the-desktop',
          'launchd has no place to start it: nobody is logged in at the desktop. Log in there first.',
        );
      return failure('not-started', `launchd did not start it. ${wordsOf(answer)}`);
    },
    async clearAway() {
      if ((await statusOf(onDisk(host, `${onceFolder}/${name}`))).kind === 'absent') return;
      if ((await isInstalled()) === false) await unload();
      const found = await findFolder(host, onceFolder);
      if (found.kind === 'folder') await removeFile(found.folder, name);
    },
  };
};

const wordsOf = (answer: ToolAnswer | ToolFailure): string => {
  if (!answer.ok) return answer.reason;
  const said = (answer.stderr.split('\n')[0] ?? '').replace(/\p{Cc}/gu, '').slice(0, 200);
  return `It said: ${said || `code ${answer.code}`}`;
};
