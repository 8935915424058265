import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fuseNames, fuseSentinel } from './fake-electron';

/** Every file of a packaged app, the ones inside its archive as `app.asar/…`; paths below `Contents`. */
export const filesOf = (contents: string): readonly string[] => {
  const onDisk = readdirSync(contents, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(contents, join(entry.parentPath, entry.name)));
  return [...onDisk, ...filesOfArchive(join(contents, 'Resources', 'app.asar')).map((file) => `app.asar/${file}`)];
};

interface ArchiveFolder {
  readonly files?: Readonly<Record<string, ArchiveFolder>>;
}

const flatten = (folder: ArchiveFolder, prefix: string): readonly string[] =>
  Object.entries(folder.files ?? {}).flatMap(([name, entry]) =>
    entry.files ? flatten(entry, `${prefix}${name}/`) : [`${prefix}${name}`],
  );

/** An archive begins with four 32-bit numbers, the last of which is the length of the JSON index after them. */
const filesOfArchive = (file: string): readonly string[] => {
  const bytes = readFileSync(file);
  return flatten(JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as ArchiveFolder, '');
};

/** The text of the value that follows a key in an XML property list, with its tag. */
export const propertyOf = (contents: string, key: string): string | undefined => {
  const plist = readFileSync(join(contents, 'Info.plist'), 'utf8');
  return new RegExp(`<key>${key}</key>\\s*(<true/>|<false/>|<dict>|<string>[^<]*</string>)`).exec(plist)?.[1];
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
