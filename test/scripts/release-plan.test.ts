import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { homebrewCask } from '../../scripts/homebrew-cask.mjs';
import { artifacts, changelogSection, releaseProblems, releaseSteps } from '../../scripts/release-plan.mjs';
import { projectFolder } from '../project-files';

const read = (path: string): string => readFileSync(join(projectFolder, path), 'utf8');
const changelog =
  '# Changelog\n\n## Unreleased\n\n- new\n\n## [1.10.0] - 2026-12-01\n\n- ten\n\n## 1.1.0\n\n- one\n\n## 1.0.0\n';

describe('the section of a version', () => {
  it.each([
    ['1.10.0', '- ten'],
    ['1.1.0', '- one'],
    ['1.0.0', null],
    ['1.1', null],
    ['2.0.0', null],
  ])('%s is %j', (version, section) => expect(changelogSection(changelog, version)).toBe(section));
});

describe('what stops a release', () => {
  it.each([
    ['nothing', '1.1.0', 'v1.1.0', []],
    ['nothing, where no tag is given', '1.1.0', undefined, []],
    ['a version that is none', '1.1', undefined, [/not of the form/, /no section 1\.1 /]],
    ['a version of its own kind', '1.1.0-beta', undefined, [/not of the form/, /no section/]],
    ['a tag of another version', '1.1.0', 'v1.10.0', [/The tag is v1\.10\.0/]],
    ['a tag without its v', '1.1.0', '1.1.0', [/The tag is 1\.1\.0/]],
    ['a changelog that says nothing of it', '1.0.0', 'v1.0.0', [/no section 1\.0\.0/]],
  ])('%s', (_what, version, tag, problems) => {
    const found = releaseProblems({ version, tag, changelog });
    expect(found).toEqual(problems.map((problem) => expect.stringMatching(problem)));
  });
});

describe('the steps of a release', () => {
  const lines = releaseSteps('1.1.0').flatMap((step) => step.lines.map((words) => words.join(' ')));
  const text = lines.join('\n');

  it('come in the order in which one needs the other', () => {
    const order = [
      '--check',
      'forceCodeSigning',
      'notarytool',
      'stapler staple',
      'codesign --verify',
      'spctl',
      'cyclonedx',
      '--collect',
      'gh release',
    ];
    const places = order.map((word) => text.indexOf(word));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('make, staple and publish a dmg and a zip for each architecture', () => {
    expect(artifacts('1.1.0')).toEqual([
      ...['Latchkey-1.1.0-arm64.dmg', 'Latchkey-1.1.0-arm64.zip'],
      ...['Latchkey-1.1.0-x64.dmg', 'Latchkey-1.1.0-x64.zip'],
    ]);
    for (const name of artifacts('1.1.0')) expect(lines.at(-1)).toContain(`out/release/${name}`);
    expect(lines.filter((line) => line.startsWith('xcrun stapler staple'))).toHaveLength(2);
  });

  it('are all printed by a dry run, which does none of them', () => {
    const run = spawnSync(process.execPath, ['scripts/release.mjs', '--dry-run'], {
      cwd: projectFolder,
      encoding: 'utf8',
      env: { PATH: '/nowhere' },
    });
    expect(run.status).toBe(0);
    const { version } = JSON.parse(read('package.json')) as { version: string };
    for (const [index, { name }] of releaseSteps(version).entries())
      expect(run.stdout).toContain(`${index + 1}. ${name}\n`);
    expect(run.stdout).toMatch(/Nothing was done\.\n$/);
  });

  it.each([[[]], [['--dry-run', '--build']]])('are not begun by %j', (words) => {
    const run = spawnSync(process.execPath, ['scripts/release.mjs', ...words], {
      cwd: projectFolder,
      encoding: 'utf8',
    });
    expect([run.status, run.stdout]).toEqual([64, '']);
  });
});

it('the version stands in package.json, and in the lockfile that npm keeps by it, and nowhere else that is built', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect((JSON.parse(read('package-lock.json')) as { version: string }).version).toBe(version);
  expect(
    ['electron-builder.yml', 'scripts/package.mjs', 'vite.config.ts'].filter((path) => read(path).includes(version)),
  ).toEqual([]);
});

describe('the cask', () => {
  const cask = homebrewCask({ version: '1.1.0', repository: 'somebody/latchkey', sha256: { arm64: 'aa', x64: 'bb' } });

  it('links the command and takes the app’s own things away with zap', () => {
    expect(cask).toContain('binary "#{appdir}/Latchkey.app/Contents/Resources/bin/latchkey"');
    expect(cask).toMatch(
      /zap launchctl: "dev\.latchkey\.tmux",\n\s+trash:\s+\[\n\s+"~\/Library\/Application Support\/Latchkey",/,
    );
    expect(cask).toMatch(/sha256 arm: {3}"aa",\n\s+intel: "bb"/);
  });

  it('names the app as it is packaged', () => {
    const configuration = read('electron-builder.yml');
    expect(configuration).toContain('appId: dev.latchkey.menubar');
    expect(cask).toContain('quit: "dev.latchkey.menubar"');
    expect(configuration).toContain("minimumSystemVersion: '13.0'");
    expect(cask).toContain('depends_on macos: ">= :ventura"');
    for (const name of artifacts('1.1.0').filter((one) => one.endsWith('.zip')))
      expect(name.replace('1.1.0', '#{version}').replace(/arm64|x64/, '#{arch}')).toBe(
        'Latchkey-#{version}-#{arch}.zip',
      );
  });
});
