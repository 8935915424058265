// The packaged app with the Electron of this machine in it, to try the command in `Contents/Resources/bin` with.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sourcesFingerprint } from './build.mjs';
import { installedElectron } from './electron-path.mjs';
import { layOutPackage, runElectronBuilder } from './package.mjs';
import { projectFolder } from './project-folder.mjs';

/** A name with all that a shell could take apart. */
const runnableAppFolder = join(projectFolder, '.cache', "runnable app's $HOME 🔑");
/** Where it is, once `prepareRunnableApp` has made it. */
export const runnableAppContents = join(runnableAppFolder, 'Latchkey.app', 'Contents');

const isMac = process.platform === 'darwin';

/**
 * Packages the app as for a release, only that it knows the simulated Mac and has this machine's compiled parts, and lays
 * it out as a Mac's app also where Electron comes without that. An app that is up to date is left alone.
 */
export const prepareRunnableApp = async () => {
  const { executable, version } = installedElectron();
  const configuration = readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8');
  const fingerprint = `${sourcesFingerprint(['assets', 'scripts'])} ${configuration} Electron ${version}`;
  const stamp = join(runnableAppFolder, 'stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  const unfinished = mkdtempSync(join(dirname(runnableAppFolder), 'unfinished-app-'));
  try {
    const project = join(unfinished, 'project');
    await layOutPackage(project, { forTests: true });
    const target = isMac ? '--mac' : '--linux';
    const electronFolder = isMac ? join(executable, '../../../..') : dirname(executable);
    const { succeeded, output } = runElectronBuilder(project, [
      ...[target, 'dir', `--${process.arch}`, `-c.electronDist=${electronFolder}`],
      '-c.linux.executableName=Latchkey',
    ]);
    if (!succeeded) throw new Error(output);
    const made = join(project, 'out', 'package');
    const app = join(unfinished, 'finished', 'Latchkey.app');
    mkdirSync(app, { recursive: true });
    if (isMac) cpSync(join(made, macFolder, 'Latchkey.app'), app, { recursive: true, verbatimSymlinks: true });
    else layOutAsMac(join(made, 'linux-unpacked'), join(app, 'Contents'));
    writeFileSync(join(unfinished, 'finished', 'stamp'), fingerprint);
    rmSync(runnableAppFolder, { recursive: true, force: true });
    renameSync(join(unfinished, 'finished'), runnableAppFolder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
};

const macFolder = process.arch === 'x64' ? 'mac' : `mac-${process.arch}`;

/**
 * @param {string} unpacked Electron's executable and libraries, with `resources` among them
 * @param {string} contents
 */
const layOutAsMac = (unpacked, contents) => {
  mkdirSync(contents);
  renameSync(unpacked, join(contents, 'MacOS'));
  renameSync(join(contents, 'MacOS', 'resources'), join(contents, 'Resources'));
};
