import type { DiagnosticSaved } from '../../electron/contract/app-state';
import type { PayloadOf } from '../../electron/contract/contract';
import type { Outcome } from '../../electron/core/outcome';
import type { Preferences } from '../../electron/core/preferences/preferences';
import type { Removal } from '../../electron/core/words/removal';
import { bridge } from '../bridge';
import { sendRequest } from './send-request';

/** What came of a request whose reply no state shows. `null`: the main process did not answer. */
const replyTo = async <Reply>(
  verb: Parameters<typeof sendRequest>[0],
  send: () => Promise<Reply>,
): Promise<Reply | null> => {
  const heard: { reply: Reply | null } = { reply: null };
  await sendRequest(verb, async () => {
    heard.reply = await send();
  });
  return heard.reply;
};

/** What only the settings window asks for. */
export const settingsRequests = {
  setPreference: <Key extends keyof Preferences & keyof PayloadOf<'preferences.set'>>(
    key: Key,
    value: Preferences[Key],
  ): Promise<boolean> =>
    sendRequest(
      'preferences.set',
      () => bridge.preferences.set({ [key]: value } as unknown as PayloadOf<'preferences.set'>),
      key,
    ),
  previewDiagnostic: (): Promise<string | null> => replyTo('diagnostic.preview', bridge.diagnostic.preview),
  saveDiagnostic: (): Promise<DiagnosticSaved | null> => replyTo('diagnostic.save', bridge.diagnostic.save),
  openSystemSettings: (pane: PayloadOf<'app.openSystemSettings'>['pane']): Promise<Outcome<void> | null> =>
    replyTo('app.openSystemSettings', () => bridge.app.openSystemSettings({ pane })),
  openReleases: (): Promise<boolean> => sendRequest('app.openReleases', bridge.app.openReleases),
  uninstall: (supportFolder: boolean): Promise<Removal | null> =>
    replyTo('app.uninstall', () => bridge.app.uninstall({ supportFolder })),
  resetSettings: (): Promise<boolean> => sendRequest('preferences.reset', bridge.preferences.reset),
} as const;
