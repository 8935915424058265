import { readFile } from 'node:fs/promises';
import type { App } from 'electron';

/**
 * Puts the licences of what is shipped into the panel that “About Latchkey” opens.
 *
 * @param file path on disk of the packaged app's THIRD-PARTY.txt; null in a checkout.
 */
export const tellLicences = async (
  app: Pick<App, 'setAboutPanelOptions'>,
  file: string | null,
  log: (event: string) => void,
): Promise<void> => {
  if (file === null) return;
  try {
    app.setAboutPanelOptions({ credits: await readFile(file, 'utf8') });
  } catch {
    log('The licences cannot be read.');
  }
};
