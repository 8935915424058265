/** Parts of a program whose names the bundler chooses; that nothing else is among them the list says. */
const chosenByBundler: readonly (readonly [RegExp, string])[] = [
  [/^(app\.asar\/dist\/(main|cli|diagnosis|formats)\/)[\w.-]+\.cjs$/, '$1*.cjs'],
  [/^(app\.asar\/dist\/renderer\/assets\/)[\w.-]+\.(js|css)$/, '$1*.$2'],
];

/** The files of an app as the list names them: each once, in order. Electron's own frameworks are Electron's affair. */
export const asListed = (files: readonly string[]): readonly string[] => {
  const names = files
    .filter((file) => !file.startsWith('Frameworks/'))
    .map((file) => chosenByBundler.reduce((name, [pattern, listed]) => name.replace(pattern, listed), file));
  return [...new Set(names)].sort();
};

const trayIcons = ['held', 'locked', 'locked-alarm', 'unknown', 'unlocked', 'unlocked-warning'];

/** Every file of the app for one kind of Mac, and no other. */
export const packagedFiles = (architecture: 'arm64' | 'x64'): readonly string[] =>
  [
    'Info.plist',
    'MacOS/Latchkey',
    'PkgInfo',
    'Resources/LICENSE.electron.txt',
    'Resources/LICENSES.chromium.html',
    'Resources/THIRD-PARTY.txt',
    'Resources/app.asar',
    `Resources/app.asar.unpacked/node_modules/@koromix/koffi-darwin-${architecture}/darwin_${architecture}/koffi.node`,
    `Resources/app.asar.unpacked/node_modules/keytar/prebuilds/darwin-${architecture}/keytar.node`,
    'Resources/bin/latchkey',
    'Resources/icon.icns',
    'Resources/shell/latchkey-report.sh',
    'Resources/shell/latchkey.fish',
    'Resources/shell/latchkey.sh',
    ...trayIcons.flatMap((name) => [`Resources/tray/${name}Template.png`, `Resources/tray/${name}Template@2x.png`]),
    'app.asar/dist/cli/*.cjs',
    'app.asar/dist/diagnosis/*.cjs',
    'app.asar/dist/command-link/command-link.cjs',
    'app.asar/dist/formats/*.cjs',
    'app.asar/dist/main/*.cjs',
    'app.asar/dist/parse-worker/parse-worker.cjs',
    'app.asar/dist/preload/preload.cjs',
    'app.asar/dist/renderer/assets/*.css',
    'app.asar/dist/renderer/assets/*.js',
    'app.asar/dist/renderer/index.html',
    `app.asar/node_modules/@koromix/koffi-darwin-${architecture}/index.js`,
    `app.asar/node_modules/@koromix/koffi-darwin-${architecture}/package.json`,
    'app.asar/node_modules/keytar/lib/keytar.js',
    'app.asar/node_modules/keytar/package.json',
    'app.asar/node_modules/koffi/LICENSE.txt',
    'app.asar/node_modules/koffi/index.cjs',
    'app.asar/node_modules/koffi/package.json',
    'app.asar/node_modules/koffi/src/koffi/index.cjs',
    'app.asar/node_modules/koffi/src/koffi/src/static.cjs',
    'app.asar/package.json',
  ].sort();
