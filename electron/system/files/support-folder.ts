import type { MacHost } from '../mac/host';

/** macOS path of the folder that the app keeps its own things in. */
export const supportFolder = (host: MacHost): string => `${host.homeFolder}/Library/Application Support/Latchkey`;

/** Where the shell helper leaves its reports. */
export const beaconFolder = (host: MacHost): string => `${supportFolder(host)}/beacons`;

/** Where the shell helper is copied to, so that a start-up file can name it wherever the app lies. */
export const shellFolder = (host: MacHost): string => `${supportFolder(host)}/shell`;

/** Where the history lies, a file for each day. */
export const historyFolder = (host: MacHost): string => `${supportFolder(host)}/history`;

/** In the support folder: the end dates that the user has entered. */
export const endDatesName = 'end-dates.json';
