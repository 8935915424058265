import { defaultExpiryThresholds, type ExpiryThresholds, parseExpiryThresholds } from '../core/expiry-thresholds';
import { readBoundedFile } from './bounded-file';
import type { MacHost } from './host';
import { settingsPath } from './support-folder';

const largestBytes = 16_384;

/**
 * How early the user wants to be told of an end, out of the app's settings file, for a program without the app's window.
 * Settings that cannot be used mean the usual, as they do to the app, which also says so.
 */
export const readStoredThresholds = async (host: MacHost): Promise<ExpiryThresholds> => {
  const file = await readBoundedFile(host, settingsPath(host), largestBytes);
  return (file.kind === 'text' ? parseExpiryThresholds(settingsIn(file.text)) : null) ?? defaultExpiryThresholds;
};

const settingsIn = (text: string): unknown => {
  try {
    const settings: unknown = JSON.parse(text);
    return typeof settings === 'object' && settings !== null && 'expiryThresholds' in settings
      ? settings.expiryThresholds
      : undefined;
  } catch {
    return undefined;
  }
};
