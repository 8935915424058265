import type { App, Dialog } from 'electron';
import { nameOfError } from '../../core/text/name-of-error';
import type { Log } from '../base/log';
import type { PreferencesStore } from '../preferences/preferences-store';

export interface ApplicationsFolderOptions {
  readonly app: Pick<App, 'isInApplicationsFolder' | 'isPackaged' | 'moveToApplicationsFolder'>;
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly platform: NodeJS.Platform;
  readonly preferences: Pick<PreferencesStore, 'change' | 'current'>;
  readonly log: Log;
}

const question = {
  type: 'question' as const,
  message: 'Move Latchkey to Applications?',
  detail: 'From there macOS can open it at login, and its command is found again.',
  buttons: ['Move', 'Not Now'],
  defaultId: 0,
  cancelId: 1,
};

/**
 * An app that is opened where it was downloaded runs from a place that macOS makes anew each time: it asks once whether to move, and
 * never again. macOS opens it anew where it has moved to.
 */
export const offerApplicationsFolder = async (options: ApplicationsFolderOptions): Promise<void> => {
  const { app, dialog, platform, preferences, log } = options;
  if (platform !== 'darwin' || !app.isPackaged || preferences.current().isMoveOffered) return;
  try {
    if (app.isInApplicationsFolder()) return;
    preferences.change({ isMoveOffered: true });
    const { response } = await dialog.showMessageBox(question);
    if (response === question.defaultId && !app.moveToApplicationsFolder()) log('it was not moved to Applications');
  } catch (error) {
    log(`it was not moved to Applications: ${nameOfError(error)}`);
  }
};
