import type { DiagnosticSaved } from '../../electron/contract/app-state';
import type { PayloadOf } from '../../electron/contract/contract';
import type { Outcome } from '../../electron/core/outcome';
import type { Removal } from '../../electron/core/words/removal';
import { bridge } from './bridge';
import { replyTo, sendRequest } from './send-request';

/** What only the settings window asks for. */
export const settingsRequests = {
  previewDiagnostic: (): Promise<string | null> => replyTo('diagnostic.preview', bridge.diagnostic.preview),
  saveDiagnostic: (): Promise<DiagnosticSaved | null> => replyTo('diagnostic.save', bridge.diagnostic.save),
  openSystemSettings: (pane: PayloadOf<'app.openSystemSettings'>['pane']): Promise<Outcome<void> | null> =>
    replyTo('app.openSystemSettings', () => bridge.app.openSystemSettings({ pane })),
  openReleases: (): Promise<boolean> => sendRequest('app.openReleases', bridge.app.openReleases),
  uninstall: (supportFolder: boolean): Promise<Removal | null> =>
    replyTo('app.uninstall', () => bridge.app.uninstall({ supportFolder })),
  resetSettings: (): Promise<boolean> => sendRequest('preferences.reset', bridge.preferences.reset),
} as const;
