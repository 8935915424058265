import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Mac } from './mac';
import { giveToOwnerOf, makeFolder, replaceFile, statePath } from './mac-files';
import { asCaller, type Caller } from './tool-call';

/** A window of a simulated tmux server, with a program that really runs in it. */
export interface Pane {
  readonly id: string;
  /** macOS path. */
  readonly socketPath: string;
  readonly windowName: string;
  /** The security session that it is in: its server's. */
  readonly session: string;
  /** What the program has written so far. */
  readonly screen: string;
  /** Its program's exit code; null while it runs. With its program the window is gone. */
  readonly exitCode: number | null;
}

interface NewPane extends Pick<Pane, 'socketPath' | 'windowName' | 'session'> {
  readonly command: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string>>;
  /** Whose program it is. */
  readonly caller: Caller;
}

const folder = (root: string): string => statePath(root, 'tmux-panes');

/** Runs a pane's program, and ends it with all it has started when its simulated Mac is gone. */
const wrapper = `
folder=$1
shift
(while [ -e "$folder" ] && [ ! -e "$folder/ended" ]; do sleep 0.3; done; kill -9 0) </dev/null >/dev/null 2>&1 &
"$@"
echo $? >"$folder/ended.unfinished" && mv "$folder/ended.unfinished" "$folder/ended"
`;

/**
 * Opens a window. Its keyboard is a pipe, not a terminal: what is typed is not echoed, and a program takes all that was
 * typed so far at once.
 */
export const openPane = ({ root }: Mac, { command, environment, caller, ...pane }: NewPane): void => {
  makeFolder(folder(root));
  const id = `${String(readdirSync(folder(root)).length + 1).padStart(3, '0')}-${caller.pid}`;
  const own = `${folder(root)}/${id}`;
  makeFolder(own);
  spawnSync('mkfifo', ['-m', '600', `${own}/keyboard`]);
  giveToOwnerOf(own, `${own}/keyboard`);
  // Opened for both, a pipe has no end before the window has one.
  const keyboard = openSync(`${own}/keyboard`, 'r+');
  const screen = openSync(`${own}/screen`, 'a');
  const child = spawn('/bin/sh', ['-c', wrapper, 'pane', own, ...command], {
    cwd: '/',
    ...asCaller(caller),
    env: { ...environment, TMUX_PANE: `%${id}` },
    stdio: [keyboard, screen, screen],
    detached: true,
  });
  child.unref();
  closeSync(keyboard);
  closeSync(screen);
  replaceFile(`${own}/pane.json`, JSON.stringify({ id, ...pane }));
};

/** All windows that were ever opened, the oldest first. */
export const listPanes = (root: string): readonly Pane[] =>
  existsSync(folder(root))
    ? readdirSync(folder(root))
        .filter((id) => existsSync(`${folder(root)}/${id}/pane.json`))
        .sort()
        .map((id) => readPane(`${folder(root)}/${id}`))
    : [];

const readPane = (own: string): Pane => ({
  ...(JSON.parse(readFileSync(`${own}/pane.json`, 'utf8')) as Omit<Pane, 'screen' | 'exitCode'>),
  screen: readFileSync(`${own}/screen`, 'utf8'),
  exitCode: existsSync(`${own}/ended`) ? Number(readFileSync(`${own}/ended`, 'utf8')) : null,
});

/** What a person at the keyboard of that window types. `\n` is the Return key. */
export const typeIntoPane = (root: string, id: string, text: string): void =>
  writeFileSync(`${folder(root)}/${id}/keyboard`, text, { flag: 'r+' });
