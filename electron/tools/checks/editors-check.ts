import { type EditorFact, measured } from '../../core/diagnosis/facts';
import { type FolderNames, listFolder, readBoundedFolder } from '../../system/bounded-folder';
import type { Check } from '../../system/checks/check';
import type { MacDoors } from '../../system/doors';
import { isAnyThere } from '../executables';
import { conflictingExtensions, loginExtensions, parseExtensionFolders } from './editor-extensions';

const editors = [
  { editor: 'vscode', name: 'VS Code', app: 'Visual Studio Code', data: 'Code', home: '.vscode' },
  { editor: 'cursor', name: 'Cursor', app: 'Cursor', data: 'Cursor', home: '.cursor' },
] as const;

type Editor = (typeof editors)[number];

const mostExtensions = 2_000;

/** Whether the editors' storage for extensions is there, and which extensions with a login of their own they have. */
export const createEditorsCheck = (doors: MacDoors): Check => ({
  id: 'editors',
  hosts: [],
  async run() {
    const looks = await Promise.all(editors.map((editor) => lookAt(doors, editor)));
    const found = looks.flatMap((look) => (look === null ? [] : [look]));
    const facts = { editors: measured(found) };
    const lookedAt = editors.map((editor) => storageFolder(doors, editor)).join(', ');
    if (found.length === 0) {
      return { lookedAt, result: 'fine', sentence: 'Neither VS Code nor Cursor is here.', facts };
    }
    const isFine = found.every(({ storage, conflicting }) => storage === 'present' && conflicting.length === 0);
    return { lookedAt, result: isFine ? 'fine' : 'problem', sentence: found.map(tell).join(' '), facts };
  },
});

const storageFolder = ({ host }: MacDoors, { data }: Editor): string =>
  `${host.homeFolder}/Library/Application Support/${data}/User/globalStorage`;

const lookAt = async (doors: MacDoors, editor: Editor): Promise<EditorFact | null> => {
  const { host } = doors;
  const apps = [`/Applications/${editor.app}.app`, `${host.homeFolder}/Applications/${editor.app}.app`];
  const dataFolder = `${host.homeFolder}/Library/Application Support/${editor.data}`;
  if (!(await isAnyThere(doors, [...apps, dataFolder]))) return null;
  const [storage, folders] = await Promise.all([
    readBoundedFolder(host, storageFolder(doors, editor), 1),
    listFolder(host, `${host.homeFolder}/${editor.home}/extensions`, mostExtensions),
  ]);
  const installed = parseExtensionFolders(folders);
  return {
    editor: editor.editor,
    name: editor.name,
    storage: storageState(storage),
    extensions: loginExtensions(installed),
    conflicting: conflictingExtensions(installed),
  };
};

const storageState = ({ kind }: FolderNames): EditorFact['storage'] => {
  if (kind === 'names') return 'present';
  return kind === 'none' ? 'missing' : 'not-readable';
};

const tell = ({ name, storage, extensions, conflicting }: EditorFact): string => {
  const list = extensions.map(({ id, version }) => `${id} ${version}`).join(', ');
  const has = list === '' ? 'no extension with a login was found' : `with ${list}`;
  const known = conflicting.length === 0 ? '' : ` ${conflicting.join(' and ')} are known to get in one another’s way.`;
  return `${name}’s storage for extensions is ${storage.replaceAll('-', ' ')}, ${has}.${known}`;
};
