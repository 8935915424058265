import type { SystemSleep } from '../../core/words/system-sleep';

/**
 * Reads `pmset -g`: after how many idle minutes the system sleeps, by the settings in use now; 0 means never.
 *
 * `SleepDisabled 1` above overrules them. A line is ` %-20s value`, where the key may hold spaces
 * (` Sleep On Power Button 1`) and a reason may follow the value (`1 (sleep prevented by sharingd)`), of which pmset prints
 * no more than 255 bytes, then without its closing parenthesis (PowerManagement `pmset.m`, print_override_pids).
 */
export const parseSystemSleepMinutes = (stdout: string): number | 'unknown' => {
  if (isSleepDisabled(stdout)) return 0;
  const inUse = stdout.split(/^Currently in use:[ \t]*$/m)[1];
  if (inUse === undefined) return 'unknown';
  return sleepMinutesIn(inUse);
};

/**
 * Reads `pmset -g custom`, which has a section for each power source that this Mac can have, and the first line of
 * `pmset -g ps` (`Now drawing from 'AC Power'`).
 *
 * @returns null where the sections are not to be found.
 */
export const parseSystemSleep = (customStdout: string, powerSourceStdout: string | null): SystemSleep | null => {
  const ac = sectionOf(customStdout, 'AC Power');
  if (ac === undefined) return null;
  const battery = sectionOf(customStdout, 'Battery Power');
  return {
    source: drawnFrom(powerSourceStdout ?? ''),
    acMinutes: sleepMinutesIn(ac),
    batteryMinutes: battery === undefined ? 'no-battery' : sleepMinutesIn(battery),
  };
};

const sectionOf = (stdout: string, title: string): string | undefined =>
  stdout.split(/^(?=\S.*:[ \t]*$)/m).find((section) => section.startsWith(`${title}:`));

const drawnFrom = (stdout: string): SystemSleep['source'] => {
  const source = /^Now drawing from '(AC|Battery) Power'/m.exec(stdout)?.[1];
  return source === 'AC' ? 'ac' : source === 'Battery' ? 'battery' : 'unknown';
};

const sleepMinutesIn = (section: string): number | 'unknown' => {
  const match = /^ sleep[ \t]+(\d{1,6})(?:[ \t]+\(.*)?[ \t\r]*$/m.exec(section);
  return match ? Number(match[1]) : 'unknown';
};

/** Whether `pmset -g` says that this Mac does not sleep at all. */
export const isSleepDisabled = (stdout: string): boolean => /^[ \t]*SleepDisabled[ \t]+1[ \t\r]*$/m.test(stdout);
