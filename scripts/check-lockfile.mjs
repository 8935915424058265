// A lockfile written where the registry lacked a platform's package makes `npm ci` fail there, or installs no binary.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.mjs';

/**
 * The optional packages that some package asks for and the lockfile does not hold.
 * @param {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} lockfile
 */
export const missingFromLockfile = ({ packages }) => {
  const present = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  return [...new Set(wanted)].filter((name) => !present.has(name)).sort();
};

if (process.argv[1] === import.meta.filename) {
  for (const path of ['package-lock.json', 'test/real-programs/package-lock.json']) {
    const missing = missingFromLockfile(JSON.parse(readFileSync(join(projectFolder, path), 'utf8')));
    if (missing.length === 0) continue;
    console.error(`${path} lacks ${missing.join(', ')}: pin versions whose packages are all in the registry.`);
    process.exitCode = 1;
  }
}
