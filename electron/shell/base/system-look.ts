import type { App, SystemPreferences } from 'electron';

/** What the user has chosen for all apps, as it is now. */
export interface SystemLook {
  /** How times and dates are written, as a language tag: "en-DE", "en-US-u-hc-h23". */
  locale(): string;
  /** `RRGGBBAA`; null where the system has none. */
  accentColor(): string | null;
}

/** What the switch "24-hour time" of System Settings writes; neither is there until somebody has moved it. */
const forced24 = 'AppleICUForce24HourTime';
const forced12 = 'AppleICUForce12HourTime';

/** The one door to both; on a Mac they are asked of the system each time, which is a call within this process. */
export const createSystemLook = (
  app: Pick<App, 'getLocaleCountryCode'>,
  systemPreferences: Pick<SystemPreferences, 'getAccentColor' | 'getUserDefault'>,
  platform: NodeJS.Platform,
): SystemLook => {
  const isMac = platform === 'darwin';
  return {
    // English, since that is what the words around a time are, in the way of the user's region.
    locale: () => {
      const region = app.getLocaleCountryCode();
      const locale = /^[A-Z]{2}$/.test(region) ? `en-${region}` : 'en-GB';
      if (isMac && systemPreferences.getUserDefault(forced24, 'boolean')) return `${locale}-u-hc-h23`;
      return isMac && systemPreferences.getUserDefault(forced12, 'boolean') ? `${locale}-u-hc-h12` : locale;
    },
    accentColor: () => (isMac ? systemPreferences.getAccentColor() : null),
  };
};
