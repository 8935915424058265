// `npm start`: installs what is missing, builds, and runs the app: on a Mac for real, elsewhere on the simulated Mac.
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { createDemoMac } from './demo-mac.mjs';
import { installedElectron, prepareElectron } from './electron-path.mjs';
import { projectFolder } from './project-folder.mjs';
import { setUp } from './setup.mjs';
import { startUnseen } from './start-unseen.mjs';

/** The app has started by then; a second launch asks the first to open its popover. */
const secondLaunchAfterMs = 3_000;

/**
 * @param {string} file
 * @param {readonly string[]} values
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} its exit code
 */
const run = (file, values, environment) =>
  new Promise((resolve, reject) => {
    const child = spawn(file, values, { cwd: projectFolder, stdio: 'inherit', env: environment });
    const end = () => child.kill();
    process.once('SIGINT', end).once('SIGTERM', end);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve(code ?? 0);
    });
  });

const startOnSimulatedMac = async () => {
  const { version, isStandIn } = installedElectron();
  console.log(
    `This is not a Mac: Latchkey runs on a simulated one (test/simulator/scenarios/demo.json), in Electron ${version}${isStandIn ? ', a stand-in for the one that is shipped' : ''}.`,
  );
  const electron = prepareElectron();
  const mac = createDemoMac(electron);
  try {
    if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return await startUnseen(electron, mac);
    console.log(
      `Its password dialogs are answered in another terminal: ${mac.root}/usr/local/bin/dialog answer (or cancel)`,
    );
    const values = [electron.appFolder];
    setTimeout(
      () => spawn(electron.executablePath, values, { env: mac.environment, stdio: 'ignore' }).unref(),
      secondLaunchAfterMs,
    ).unref();
    return await run(electron.executablePath, values, mac.environment);
  } finally {
    mac.dispose();
    electron.dispose();
  }
};

if (!(await setUp({ purpose: 'start' }))) process.exit(1);
await build(
  process.platform === 'darwin'
    ? ['renderer', 'main', 'preload', 'cli', 'parse-worker', 'formats', 'diagnosis']
    : undefined,
);
process.exit(
  process.platform === 'darwin'
    ? await run(installedElectron().executable, [projectFolder], process.env)
    : await startOnSimulatedMac(),
);
