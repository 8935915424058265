import { failure, type Outcome, success } from '../../core/outcome';
import type { RemovablePart, Removal, RemovedPart } from '../../core/words/removal';
import type { MacDoors } from '../../system/doors';
import {
  findCommandLinks,
  findSupportFolder,
  removeCommandLink,
  removeSupportFolder,
} from '../../system/removal/own-things';

export interface RemovalOptions {
  /** Ends whatever hold is on, by whoever keeps it; `no-hold` where none is. */
  readonly endHold: () => Promise<Outcome<void>>;
  /** Switches the login item of the app off and returns whether macOS still has it; null where there is none, or this is no app. */
  readonly switchOffLoginItem: (() => boolean) | null;
  /** Why the support folder is not to go; null where it is. */
  readonly whyKeepFolder: string | null;
}

const after = (part: RemovablePart, what: string, outcome: Outcome<unknown>): RemovedPart => ({
  part,
  what,
  outcome: outcome.ok ? { kind: 'removed' } : { kind: 'failed', reason: outcome.reason },
});

/**
 * Takes out what Latchkey has put on this Mac, and says of each thing what came of it. The hold comes first: what it has set aside lies in the
 * support folder, and where that cannot be put back now, nothing is touched. Done again, it finds nothing.
 */
export const takeOut = async (doors: MacDoors, options: RemovalOptions): Promise<Removal> => {
  const hold = await endHold(options);
  if (hold?.outcome.kind === 'failed') return { parts: [hold], isStopped: true };
  const parts = [
    ...(hold === null ? [] : [hold]),
    ...(await removeLaunchAgent(doors)),
    ...(await removeShellLines(doors)),
    ...(await removeLinks(doors)),
    ...removeLoginItem(options),
  ];
  return { parts: [...parts, ...(await removeFolder(doors, options, parts))], isStopped: false };
};

const endHold = async ({ endHold: end }: RemovalOptions): Promise<RemovedPart | null> => {
  const ended = await end();
  return !ended.ok && ended.code === 'no-hold' ? null : after('hold', 'a hold', ended);
};

const removeLaunchAgent = async ({ remoteHelp }: MacDoors): Promise<readonly RemovedPart[]> => {
  const { launchAgent } = await remoteHelp.desktopTmux.read();
  // One that cannot be seen may be there.
  if (launchAgent.installed === false) return [];
  return [after('launch-agent', launchAgent.path, await remoteHelp.desktopTmux.setAtLogin(false))];
};

const removeShellLines = async ({ shellHelper }: MacDoors): Promise<readonly RemovedPart[]> => {
  const parts: RemovedPart[] = [];
  for (const found of await shellHelper.read()) {
    // What cannot be read may hold the lines.
    if (found.kind === 'refused')
      parts.push(after('shell-lines', `what ${found.shell} starts with`, failure('refused', found.reason)));
    else if (found.plan.isInstalled)
      parts.push(after('shell-lines', found.plan.file, await shellHelper.set(found.plan.shell, false)));
  }
  return parts;
};

const removeLinks = async ({ host }: MacDoors): Promise<readonly RemovedPart[]> => {
  const parts: RemovedPart[] = [];
  for (const path of await findCommandLinks(host))
    parts.push(after('command-link', path, await removeCommandLink(host, path)));
  return parts;
};

const removeLoginItem = ({ switchOffLoginItem }: RemovalOptions): readonly RemovedPart[] => {
  if (switchOffLoginItem === null) return [];
  const isStillThere = switchOffLoginItem();
  return [after('login-item', 'the login item', isStillThere ? stillOpened : success(undefined))];
};

const stillOpened = failure('refused', 'macOS still opens it. Switch it off in System Settings, General, Login Items.');

/** Lines that are still there read the helper's copies, which lie in the folder. */
const removeFolder = async (
  { host }: MacDoors,
  { whyKeepFolder }: RemovalOptions,
  parts: readonly RemovedPart[],
): Promise<readonly RemovedPart[]> => {
  const path = await findSupportFolder(host);
  if (path === null) return [];
  const isInUse = parts.some(({ part, outcome }) => part === 'shell-lines' && outcome.kind === 'failed');
  const reason = whyKeepFolder ?? (isInUse ? 'Shells that still have the helper’s lines need it.' : null);
  if (reason !== null) return [{ part: 'support-folder', what: path, outcome: { kind: 'kept', reason } }];
  return [after('support-folder', path, await removeSupportFolder(host))];
};
