const unitSeconds = [86_400, 3600, 60, 1] as const;

/**
 * Reads a length of time as people type it: `90s`, `15m`, `1h`, `1h30m`, `2d`. The larger unit stands first.
 *
 * @returns whole seconds; null for what is none. A bare number is none: nobody agrees on its unit.
 */
export const parseLength = (text: string): number | null => {
  const parts = /^(?:(\d{1,10})d)?(?:(\d{1,10})h)?(?:(\d{1,10})m(?:in)?)?(?:(\d{1,10})s)?$/.exec(text);
  if (parts === null || text === '') return null;
  return unitSeconds.reduce((sum, seconds, index) => sum + Number(parts[index + 1] ?? 0) * seconds, 0);
};
