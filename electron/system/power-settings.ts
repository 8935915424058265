/**
 * Reads `pmset -g`: after how many idle minutes the system sleeps, by the settings in use now; 0 means never.
 *
 * `SleepDisabled 1` above overrules them. A line is ` %-20s value`, where the key may hold spaces
 * (` Sleep On Power Button 1`) and a reason may follow the value (`1 (sleep prevented by sharingd)`).
 */
export const parseSystemSleepMinutes = (stdout: string): number | 'unknown' => {
  if (/^\s*SleepDisabled\s+1\s*$/m.test(stdout)) return 0;
  const inUse = stdout.split(/^Currently in use:[ \t]*$/m)[1];
  if (inUse === undefined) return 'unknown';
  const match = /^ sleep\s+(\d{1,6})(?:\s+\(.*\))?\s*$/m.exec(inUse);
  return match ? Number(match[1]) : 'unknown';
};
