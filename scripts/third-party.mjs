// The licences of what is shipped and not ours, as their authors ask: THIRD-PARTY.txt beside the app's archive.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.mjs';

const modules = join(projectFolder, 'node_modules');

/** What bundlers put into a bundle of their own. @type {readonly (readonly [RegExp, string])[]} */
const bundlersOwn = [
  [/^\0?rolldown\//, 'rolldown'],
  [/^\0?vite\//, 'vite'],
  [/^\0?commonjs/, 'rolldown'],
];

/**
 * The npm package that a bundled module belongs to, by its path or by the name that a bundler has given it.
 * @param {string} moduleId
 * @returns {string | undefined} undefined for a module of ours
 */
export const packageOfModule = (moduleId) =>
  /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(moduleId)?.[1]?.replaceAll('\\', '/') ??
  bundlersOwn.find(([pattern]) => pattern.test(moduleId))?.[1];

/**
 * A plug-in of Vite that notes which packages end up in what it builds.
 * @param {Set<string>} packages
 */
export const notePackages = (packages) => ({
  name: 'latchkey-note-packages',
  /**
   * @param {unknown} _options
   * @param {Record<string, { type: string, moduleIds?: readonly string[] }>} bundle
   */
  generateBundle(_options, bundle) {
    for (const { moduleIds = [] } of Object.values(bundle)) {
      for (const id of moduleIds) {
        const name = packageOfModule(id);
        if (name !== undefined) packages.add(name);
      }
    }
  },
});

/** Whose package holds no licence of its own, and which says it for it. @type {Readonly<Record<string, string>>} */
const licensedBy = { '@koromix/koffi-darwin-arm64': 'koffi', '@koromix/koffi-darwin-x64': 'koffi' };

/**
 * @param {string} name an installed package
 * @returns {string}
 */
const licenceTextOf = (name) => {
  const folder = join(modules, licensedBy[name] ?? name);
  const all = existsSync(folder) ? readdirSync(folder) : [];
  const texts = all.filter((file) => /^(licen[cs]e|copying)/i.test(file)).map(read);
  if (texts.length === 0) texts.push(...all.filter((file) => /^readme/i.test(file)).flatMap(licenceSectionOf));
  if (texts.length === 0) throw new Error(`${name} is shipped, and its licence is not found.`);
  return texts.join('\n\n');

  /** @param {string} file */
  function read(file) {
    const text = readFileSync(join(folder, file), 'utf8');
    // Of a bundler a few lines are shipped that are its own, none of what it is made of.
    return (text.split(/^#+ .*bundled dependencies/im)[0] ?? '').trim();
  }
  /** @param {string} file a read-me that ends with the licence */
  function licenceSectionOf(file) {
    return /^#+ *licen[cs]e\s*\n([\s\S]*)$/im.exec(read(file))?.[1]?.trim() ?? [];
  }
};

/**
 * @param {string} name
 * @returns {string} `zod 4.6.7 (MIT)`
 */
const titleOf = (name) => {
  const installed = join(modules, name, 'package.json');
  const { version, license } = JSON.parse(
    readFileSync(existsSync(installed) ? installed : join(modules, licensedBy[name] ?? name, 'package.json'), 'utf8'),
  );
  return `${name} ${version} (${license})`;
};

/**
 * @param {Iterable<string>} names of packages
 * @returns {string}
 */
export const thirdPartyText = (names) => {
  const line = '-'.repeat(80);
  const notices = [...new Set(names)].sort().map((name) => {
    const text = licenceTextOf(name);
    return `${line}\n${titleOf(name)}\n\n${text}\n`;
  });
  return [
    'Latchkey is made with the software of others. Their licences follow. Those of Electron’s own parts, Chromium’s and',
    'Node’s among them, are in LICENSES.chromium.html beside this file.',
    '',
    ...notices,
  ].join('\n');
};
