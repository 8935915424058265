import type { PayloadOf } from '../../contract/contract';
import type { Preferences } from '../../core/preferences/preferences';
import { defaultPreferences } from '../../core/preferences/preferences';
import { formatRemoval, formatRemovedPart } from '../../core/state/format-removal';
import type { SettingsVerbPorts } from '../settings/electron-settings';
import type { VerbHandlers } from './verb-call';

type SettingsVerb =
  | 'preferences.set'
  | 'preferences.reset'
  | 'diagnostic.preview'
  | 'diagnostic.save'
  | 'app.openSystemSettings'
  | 'app.openReleases'
  | 'app.uninstall';

/** What the settings window asks for that no other window does. */
export const settingsVerbs = ({
  preferences,
  diagnostic,
  openPane,
  openReleases,
  uninstaller,
}: SettingsVerbPorts): Pick<VerbHandlers, SettingsVerb> => ({
  'preferences.set': (change) => preferences.change(whatIsSaid(change)),
  'preferences.reset': () => {
    // To keep fewer days would remove what is older: a reset erases nothing. Nor is anybody new here after it.
    const { historyDays: _stays, isWelcomed: _remains, isMoveOffered: _asked, ...defaults } = defaultPreferences;
    preferences.change(defaults);
  },
  'diagnostic.preview': diagnostic.preview,
  'diagnostic.save': diagnostic.save,
  'app.openSystemSettings': ({ pane }) => openPane(pane),
  'app.openReleases': openReleases,
  'app.uninstall': async (request) => {
    const removal = await uninstaller.uninstall(request);
    return [...removal.parts.map(formatRemovedPart), formatRemoval(removal)];
  },
});

/** What is left out stays as it is. */
const whatIsSaid = (change: PayloadOf<'preferences.set'>): Partial<Preferences> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
