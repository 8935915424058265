import type { Preferences } from '../contract/app-state';
import type { PayloadOf } from '../contract/contract';
import type { Diagnostic } from './diagnostic';
import type { VerbHandlers } from './ipc-server';
import { defaultPreferences } from './preferences-file';
import type { PreferencesStore } from './preferences-store';
import type { openSystemSettings } from './system-settings';

export interface SettingsVerbPorts {
  readonly preferences: Pick<PreferencesStore, 'change' | 'current'>;
  readonly diagnostic: Diagnostic;
  readonly openPane: ReturnType<typeof openSystemSettings>;
  /** @throws for an address that is none of its table; the IPC server refuses. */
  readonly openCurePane: (url: string) => Promise<void>;
}

type SettingsVerb = 'setPreferences' | 'resetSettings' | 'previewDiagnostic' | 'saveDiagnostic' | 'openSystemSettings';

/** What the settings window asks for that no other window does. */
export const settingsVerbs = ({
  preferences,
  diagnostic,
  openPane,
}: SettingsVerbPorts): Pick<VerbHandlers, SettingsVerb> => ({
  setPreferences: (change) => preferences.change(whatIsSaid(change)),
  resetSettings: () => {
    // To keep fewer days would remove what is older: a reset erases nothing.
    const { historyDays: _stays, ...defaults } = defaultPreferences;
    preferences.change(defaults);
  },
  previewDiagnostic: diagnostic.preview,
  saveDiagnostic: diagnostic.save,
  openSystemSettings: ({ pane }) => openPane(pane),
});

/** What is left out stays as it is. */
const whatIsSaid = (change: PayloadOf<'setPreferences'>): Partial<Preferences> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
