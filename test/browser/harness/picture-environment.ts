import { spawnSync } from 'node:child_process';
import { chromiumPath } from './open-popover';

/** What a picture of a page depends on besides the page. */
export type PictureEnvironment = Readonly<Record<string, string>>;

/** The fonts of `renderer/styles/tokens.css` that Debian has, and those that stand in for others. */
const fontPackages = ['fonts-inter', 'fonts-dejavu-core', 'fonts-liberation'];

const firstLine = (file: string, values: readonly string[]): string => {
  const run = spawnSync(file, values, { encoding: 'utf8', timeout: 20_000 });
  return run.status === 0 ? (run.stdout.split('\n')[0] ?? '').trim() : 'not there';
};

/** The browser and the fonts of this computer. */
export const readPictureEnvironment = (): PictureEnvironment => ({
  architecture: process.arch,
  chromium: firstLine(chromiumPath, ['--version']),
  ...Object.fromEntries(
    fontPackages.map((name) => [
      name,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
      firstLine('dpkg-query', ['--show', '--showformat=${Version} ${db:Status-Status}\n', name]),
    ]),
  ),
});

/** Why pictures that were made there cannot be compared with pictures made here; null where they can. */
export const whyNotComparable = (there: PictureEnvironment, here: PictureEnvironment): string | null => {
  const names = [...new Set([...Object.keys(there), ...Object.keys(here)])];
  const differing = names.filter((name) => there[name] !== here[name]);
  return differing.length === 0
    ? null
    : `the baselines were made with ${differing.map((name) => `${name} ${there[name] ?? 'not there'} (here: ${here[name] ?? 'not there'})`).join(', ')}`;
};
