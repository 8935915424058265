import { type EditorFact, measured, notMeasured } from '../../core/diagnosis/facts';
import type { Check } from '../../system/checks/check';
import type { ToolDoors } from '../../system/doors';
import { type FolderNames, whyNotWhole } from '../../system/files/bounded-folder';
import { isSeen, isTaken } from '../../system/files/file-fingerprint';
import { conflictingExtensions, loginExtensions, parseExtensionFolders } from './editor-extensions';

const editors = [
  { editor: 'vscode', name: 'VS Code', app: 'Visual Studio Code', data: 'Code', home: '.vscode' },
  { editor: 'cursor', name: 'Cursor', app: 'Cursor', data: 'Cursor', home: '.cursor' },
] as const;

type Editor = (typeof editors)[number];

const mostExtensions = 2_000;

/** Whether the editors' storage for extensions is there, and which extensions with a login of their own they have. */
export const createEditorsCheck = (doors: ToolDoors): Check => ({
  id: 'editors',
  hosts: [],
  async run() {
    const looks = await Promise.all(editors.map((editor) => lookAt(doors, editor)));
    const found = looks.flatMap((look) => (look === null || 'unseen' in look ? [] : [look]));
    const unseen = looks.flatMap((look) => (look !== null && 'unseen' in look ? look.unseen : []));
    const facts = { editors: measured(found) };
    const lookedAt = editors.map((editor) => storageFolder(doors, editor)).join(', ');
    if (found.length === 0 && unseen.length > 0) {
      const reason = `macOS does not let ${unseen.join(', ')} be seen`;
      const sentence = `Could not look: ${reason}.`;
      return { lookedAt, result: 'not-possible', sentence, facts: { editors: notMeasured(reason) } };
    }
    if (found.length === 0) {
      return { lookedAt, result: 'fine', sentence: 'Neither VS Code nor Cursor is here.', facts };
    }
    const isFine = found.every(({ storage, conflicting }) => storage === 'present' && conflicting.length === 0);
    const isKnown = found.every(({ extensionsUnread }) => extensionsUnread === undefined);
    const whenFine = isKnown ? 'fine' : 'not-possible';
    return { lookedAt, result: isFine ? whenFine : 'problem', sentence: found.map(tell).join(' '), facts };
  },
});

const storageFolder = ({ host }: ToolDoors, { data }: Editor): string =>
  `${host.homeFolder}/Library/Application Support/${data}/User/globalStorage`;

/** What hides whether the editor is there. */
interface Hidden {
  readonly unseen: readonly string[];
}

const lookAt = async (doors: ToolDoors, editor: Editor): Promise<EditorFact | Hidden | null> => {
  const { host } = doors;
  const apps = [`/Applications/${editor.app}.app`, `${host.homeFolder}/Applications/${editor.app}.app`];
  const dataFolder = `${host.homeFolder}/Library/Application Support/${editor.data}`;
  const places = [...apps, dataFolder];
  const prints = await Promise.all(places.map((path) => doors.fileFingerprint(path)));
  if (!prints.some(isSeen)) {
    const unseen = places.filter((_, index) => !isTaken(prints[index] ?? null));
    return unseen.length === 0 ? null : { unseen };
  }
  const extensionsFolder = `${host.homeFolder}/${editor.home}/extensions`;
  const [storage, folders] = await Promise.all([
    doors.readFolder(storageFolder(doors, editor), 1),
    doors.readFolder(extensionsFolder, mostExtensions),
  ]);
  const installed = folders.kind === 'names' ? parseExtensionFolders(folders.names) : [];
  const unread = whyNotWhole(extensionsFolder, folders)?.replace(/\.$/, '');
  return {
    editor: editor.editor,
    name: editor.name,
    storage: storageState(storage),
    extensions: loginExtensions(installed),
    conflicting: conflictingExtensions(installed),
    ...(unread === undefined ? {} : { extensionsUnread: unread }),
  };
};

const storageState = ({ kind }: FolderNames): EditorFact['storage'] => {
  if (kind === 'names') return 'present';
  return kind === 'none' ? 'missing' : 'not-readable';
};

const tell = ({ name, storage, extensions, conflicting, extensionsUnread }: EditorFact): string => {
  const isStored = `${name}’s storage for extensions is ${storage.replaceAll('-', ' ')}`;
  if (extensionsUnread !== undefined) return `${isStored}. Could not look at its extensions: ${extensionsUnread}.`;
  const list = extensions.map(({ id, version }) => `${id} ${version}`).join(', ');
  const has = list === '' ? 'no extension with a login was found' : `with ${list}`;
  const known = conflicting.length === 0 ? '' : ` ${conflicting.join(' and ')} are known to get in one another’s way.`;
  return `${isStored}, ${has}.${known}`;
};
