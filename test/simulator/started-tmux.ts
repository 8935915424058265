import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Mac } from './mac';
import { asFileName, replaceFile, statePath } from './mac-files';
import type { PlannedTmuxServer } from './mac-plan';
import { makeSockets, removeSockets } from './unix-sockets';

const folder = (root: string): string => statePath(root, 'tmux-servers');

/**
 * What launchd starts belongs to no application; all else that runs on the desktop belongs to the application that it comes
 * from, and setsid does not leave that coalition.
 */
export const launchdCoalition = 'launchd';

/** The servers that an application had started are gone with it. */
export const endServersOfApps = ({ root }: Mac): void => {
  for (const server of startedTmuxServers(root).filter(({ endsWithApp }) => endsWithApp)) {
    rmSync(`${folder(root)}/${asFileName(server.socketPath)}`, { force: true });
    removeSockets(root, [server]);
  }
};

/** Above the pids that the process table makes up. */
const firstPid = 70_000;

/** The tmux servers that were started or changed while the Mac ran; the scenario's own are in its plan. */
export const startedTmuxServers = (root: string): readonly PlannedTmuxServer[] =>
  existsSync(folder(root))
    ? readdirSync(folder(root))
        .filter((name) => !name.endsWith('.unfinished'))
        .sort()
        .map((name) => JSON.parse(readFileSync(`${folder(root)}/${name}`, 'utf8')) as PlannedTmuxServer)
    : [];

/** Writes down a server that was started, or one of the scenario's that has changed since. */
export const writeStartedServer = (
  mac: Mac,
  server: Omit<PlannedTmuxServer, 'serverPid'> & { readonly serverPid?: number },
): void => {
  const started = { serverPid: firstPid + startedTmuxServers(mac.root).length, ...server };
  replaceFile(`${folder(mac.root)}/${asFileName(server.socketPath)}`, JSON.stringify(started));
  makeSockets(mac.root, [started]);
};
