import type { PayloadOf } from '../../electron/contract/contract';
import { replyTo, sendRequest } from './send-request';

/** What only the settings window asks for. */
export const settingsRequests = {
  previewDiagnostic: () => replyTo('diagnostic.preview'),
  saveDiagnostic: () => replyTo('diagnostic.save'),
  openSystemSettings: (pane: PayloadOf<'app.openSystemSettings'>['pane']) =>
    replyTo('app.openSystemSettings', { pane }),
  openReleases: () => sendRequest('app.openReleases'),
  uninstall: (supportFolder: boolean) => replyTo('app.uninstall', { supportFolder }),
  resetSettings: () => sendRequest('preferences.reset'),
} as const;
