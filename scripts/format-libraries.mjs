/**
 * The readers of formats, one copy for the app and the command line, loaded with the first file that needs one: each by its
 * package's name, and the file that it is built from. Of ESM builds less is left.
 */
export const formatLibraries = {
  yaml: 'node_modules/yaml/browser/dist/index.js',
  'smol-toml': 'node_modules/smol-toml/dist/index.js',
  'fast-plist': 'node_modules/fast-plist/release/src/main.js',
  'bplist-parser': 'node_modules/bplist-parser/dist/index.mjs',
  ini: 'node_modules/ini/lib/ini.js',
};

/**
 * What `__LATCHKEY_LIBRARIES__` stands for: what each is required by.
 * @param {(name: string) => string} requiredBy
 */
export const librariesBy = (requiredBy) =>
  Object.fromEntries(Object.keys(formatLibraries).map((name) => [name, requiredBy(name)]));

/**
 * Of a program that lies in a folder of its own in dist/.
 * @param {string} name
 */
export const besidePrograms = (name) => `../formats/${name}.cjs`;
