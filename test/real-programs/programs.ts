import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npmProgramsFolder, unpackedFolder } from '../../scripts/setup-real-programs.mjs';

const ofNpm = (path: string): readonly string[] => [process.execPath, join(npmProgramsFolder, 'node_modules', path)];

/** Unpacked by the set-up; on a system without Debian's packages, where it has its own. */
const ofDebian = (name: string): readonly string[] => {
  const unpacked = join(unpackedFolder, 'usr', 'bin', name);
  return [existsSync(unpacked) ? unpacked : `/usr/bin/${name}`];
};

/** How each program is started. */
export const programs = {
  aws: ['/usr/bin/aws'],
  az: ['/usr/bin/az'],
  claude: ofNpm('@anthropic-ai/claude-code/cli.js'),
  codex: ofNpm('@openai/codex/bin/codex.js'),
  copilot: ofNpm('@github/copilot/npm-loader.js'),
  docker: ofDebian('docker'),
  firebase: ofNpm('firebase-tools/lib/bin/firebase.js'),
  gemini: ofNpm('@google/gemini-cli/bundle/gemini.js'),
  gh: ofDebian('gh'),
  git: ['/usr/bin/git'],
  kubectl: ofDebian('kubectl'),
  npm: ofNpm('npm/bin/npm-cli.js'),
  pnpm: ofNpm('pnpm/bin/pnpm.mjs'),
  yarn: ofNpm('@yarnpkg/cli-dist/bin/yarn.js'),
  yarnClassic: ofNpm('yarn/bin/yarn.js'),
} satisfies Record<string, readonly string[]>;
