import { existsSync } from 'node:fs';

/** Debian's Chromium, at best the one without windows; on a Mac the Chrome that CI's images and most people have. */
const browsers = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browser that draws pages and icons, or one that LATCHKEY_CHROMIUM names.
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {(path: string) => boolean} [isThere]
 * @returns {string} the first that is there; Debian's where none is, which then says so by itself
 */
export const browserPath = (environment = process.env, isThere = existsSync) =>
  environment.LATCHKEY_CHROMIUM ?? browsers.find(isThere) ?? '/usr/bin/chromium';
