// Installs what is missing for `npm start`, `npm test` and `npm run simulate`; run twice, the second run has nothing to do and says nothing.
import { debianPackages, installDebianPackages, packagesOfSimulator } from './setup-debian.mjs';
import { installElectron } from './setup-electron.mjs';
import { SetupError } from './setup-error.mjs';
import { installMacPackagingFiles } from './setup-mac-packaging.mjs';
import { installNodeModules } from './setup-node-modules.mjs';
import { nodeVersionProblem } from './setup-node-version.mjs';
import { installRealPrograms } from './setup-real-programs.mjs';

/**
 * @param {{ purpose: 'start' | 'test' | 'simulate' }} options
 * @returns {Promise<boolean>} false when something is missing that only a person can install; it has been said
 */
export const setUp = async ({ purpose }) => {
  try {
    const problem = nodeVersionProblem(process.versions.node);
    if (problem) throw new SetupError(problem);
    const isSimulatorOnly = purpose === 'simulate';
    if (process.platform === 'linux') installDebianPackages(isSimulatorOnly ? packagesOfSimulator : debianPackages);
    installNodeModules();
    if (isSimulatorOnly) return true;
    await installElectron();
    if (purpose === 'test') {
      installMacPackagingFiles();
      installRealPrograms();
    }
    return true;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    return false;
  }
};
