// `npm run release -- --dry-run` prints every step of a release; the workflow calls --check, --build, --collect and --publish.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { homebrewCask } from './homebrew-cask.mjs';
import { projectFolder } from './project-folder.mjs';
import {
  artifact,
  artifacts,
  changelogSection,
  releaseFolder,
  releaseProblems,
  releaseSteps,
} from './release-plan.mjs';

/** @param {string} path */
const read = (path) => readFileSync(join(projectFolder, path), 'utf8');
const { version } = JSON.parse(read('package.json'));
const changelog = read('CHANGELOG.md');
const released = join(projectFolder, releaseFolder);

/** @param {readonly string[]} words */
const asLine = (words) => words.map((word) => (/^[\w./=@:$,+-]+$/.test(word) ? word : `'${word}'`)).join(' ');

const dryRun = () => {
  for (const [index, { name, why, lines }] of releaseSteps(version).entries()) {
    console.log(`${index + 1}. ${name}\n   ${why}`);
    for (const words of lines) console.log(`     ${asLine(words)}`);
  }
  const problems = releaseProblems({ version, tag: undefined, changelog });
  for (const problem of problems) console.log(`\nIt would stop at the first step: ${problem}`);
  console.log('\nNothing was done.');
};

/** @param {string | undefined} tag */
const check = (tag) => {
  const problems = releaseProblems({ version, tag, changelog });
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exit(1);
};

/** Apple's key is a file for those who use it; it is this user's alone, and goes when they are done. @param {(environment: NodeJS.ProcessEnv) => void} use */
const withAppleKey = (use) => {
  const { APPLE_API_KEY_TEXT: text, ...environment } = process.env;
  if (!text) throw new Error('APPLE_API_KEY_TEXT is not set: nothing can be notarized.');
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-key-'));
  try {
    const file = join(folder, 'key.p8');
    writeFileSync(file, text, { mode: 0o600 });
    use({ ...environment, APPLE_API_KEY: file });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** @param {'build' | 'publish'} phase @param {NodeJS.ProcessEnv} environment */
const runPhase = (phase, environment) => {
  for (const { name, lines } of releaseSteps(version).filter((step) => step.phase === phase)) {
    console.log(name);
    for (const words of lines) {
      const [file = '', ...values] = words.map((word) =>
        word.startsWith('$') ? (environment[word.slice(1)] ?? '') : word,
      );
      const { status, error } = spawnSync(file, values, { cwd: projectFolder, env: environment, stdio: 'inherit' });
      if (status !== 0) throw new Error(`${asLine(words)} failed: ${error?.message ?? `exit code ${status}`}`);
    }
  }
};

/** @param {string} path */
const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

const collect = () => {
  mkdirSync(released, { recursive: true });
  for (const name of artifacts(version)) copyFileSync(join(projectFolder, 'out/package', name), join(released, name));
  const sums = Object.fromEntries(artifacts(version).map((name) => [name, sha256(join(released, name))]));
  const zip = (/** @type {string} */ architecture) => sums[artifact(version, architecture, 'zip')] ?? '';
  const repository = process.env.GITHUB_REPOSITORY ?? '';
  if (repository === '') throw new Error('GITHUB_REPOSITORY is not set: the cask would name no address.');
  writeFileSync(
    join(released, 'latchkey.rb'),
    homebrewCask({ version, repository, sha256: { arm64: zip('arm64'), x64: zip('x64') } }),
  );
  writeFileSync(join(released, 'notes.md'), `${changelogSection(changelog, version)}\n`);
  const listed = [...artifacts(version), 'latchkey.cdx.json', 'latchkey.rb'].filter((name) =>
    existsSync(join(released, name)),
  );
  writeFileSync(
    join(released, 'SHA256SUMS'),
    listed.map((name) => `${sha256(join(released, name))}  ${name}\n`).join(''),
  );
};

const { values } = parseArgs({
  options: {
    ...{ 'dry-run': { type: 'boolean' }, check: { type: 'boolean' }, tag: { type: 'string' } },
    ...{ build: { type: 'boolean' }, collect: { type: 'boolean' }, publish: { type: 'boolean' } },
  },
});
const chosen = ['dry-run', 'check', 'build', 'collect', 'publish'].filter((name) => name in values);
if (chosen.length !== 1) {
  console.error('Say which: --dry-run, --check [--tag v1.2.3], --build, --collect or --publish.');
  process.exit(64);
}
if (values['dry-run']) dryRun();
if (values.check) check(values.tag);
if (values.build) {
  check(undefined);
  mkdirSync(released, { recursive: true });
  withAppleKey((environment) => runPhase('build', environment));
}
if (values.collect) collect();
if (values.publish) runPhase('publish', process.env);
