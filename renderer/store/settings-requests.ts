import type { DiagnosticSaved, Preferences } from '../../electron/contract/app-state';
import type { PayloadOf } from '../../electron/contract/contract';
import type { Outcome } from '../../electron/core/outcome';
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
  setPreference: <Key extends keyof Preferences & keyof PayloadOf<'setPreferences'>>(
    key: Key,
    value: Preferences[Key],
  ): Promise<boolean> =>
    sendRequest(
      'setPreferences',
      () => bridge.setPreferences({ [key]: value } as unknown as PayloadOf<'setPreferences'>),
      key,
    ),
  previewDiagnostic: (): Promise<string | null> => replyTo('previewDiagnostic', bridge.previewDiagnostic),
  saveDiagnostic: (): Promise<DiagnosticSaved | null> => replyTo('saveDiagnostic', bridge.saveDiagnostic),
  openSystemSettings: (pane: PayloadOf<'openSystemSettings'>['pane']): Promise<Outcome<void> | null> =>
    replyTo('openSystemSettings', () => bridge.openSystemSettings({ pane })),
  resetSettings: (): Promise<boolean> => sendRequest('resetSettings', bridge.resetSettings),
} as const;
