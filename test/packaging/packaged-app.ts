import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readArchive } from '../../scripts/archive-integrity.mjs';
import { fuseNames, fuseSentinel } from './fake-electron';

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** Every file of a packaged app, the ones inside its archive as `app.asar/…`; paths below `Contents`. */
export const filesOf = (contents: string): readonly string[] => {
  const { files } = readArchive(readFileSync(join(contents, 'Resources', 'app.asar')));
  return [
    ...filesBelow(contents),
    ...files.filter(([, { unpacked }]) => !unpacked).map(([file]) => `app.asar/${file}`),
  ];
};

/** All Info.plist of the app and of those inside it. */
export const propertyListsOf = (contents: string): readonly string[] =>
  filesBelow(contents)
    .filter((file) => /(^|\.app\/Contents\/)Info\.plist$/.test(file))
    .map((file) => readFileSync(join(contents, file), 'utf8'));

/** The text of the value that follows a key in an XML property list, with its tag. */
export const propertyOf = (contents: string, key: string): string | undefined => {
  const plist = readFileSync(join(contents, 'Info.plist'), 'utf8');
  return new RegExp(`<key>${key}</key>\\s*(<true/>|<false/>|<dict>|<array>|<string>[^<]*</string>)`).exec(plist)?.[1];
};

export const fusesOf = (contents: string, appName: string): Readonly<Record<string, boolean | 'removed'>> => {
  const framework = join(contents, 'Frameworks', `${appName} Framework.framework`, `${appName} Framework`);
  const bytes = readFileSync(framework);
  const start = bytes.indexOf(fuseSentinel) + fuseSentinel.length + 2;
  const states = [...bytes.toString('latin1', start, start + fuseNames.length)];
  return Object.fromEntries(
    fuseNames.map((name, index) => [name, states[index] === '1' ? true : states[index] === '0' ? false : 'removed']),
  );
};

const processorTypes: Readonly<Record<number, string>> = { 16777223: 'x64', 16777228: 'arm64' };

/** For which processor a Mach-O file is: https://github.com/apple-oss-distributions/xnu, EXTERNAL_HEADERS/mach-o/loader.h */
export const processorOf = (file: string): string => {
  const bytes = readFileSync(file);
  return bytes.readUInt32LE(0) === 0xfeedfacf ? (processorTypes[bytes.readUInt32LE(4)] ?? 'unknown') : 'no Mach-O file';
};
