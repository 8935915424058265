const formats = new Map<string, Intl.DateTimeFormat>();

/** A zone that this machine does not know by name is its own one. */
const formatIn = (timeZone: string | undefined): Intl.DateTimeFormat => {
  const options = {
    hourCycle: 'h23',
    ...({ weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' } as const),
    ...({ hour: '2-digit', minute: '2-digit', second: '2-digit' } as const),
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, ...(timeZone ? { timeZone } : {}) });
  } catch {
    return new Intl.DateTimeFormat('en-US', options);
  }
};

/** The numbers of a moment as a clock in this zone shows them. */
const partsOf = (ms: number, timeZone: string | undefined): Readonly<Record<string, string>> => {
  const name = timeZone || process.env.TZ || '';
  const format = formats.get(name) ?? formatIn(timeZone);
  formats.set(name, format);
  return Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
};

/**
 * `Sep 10 08:31`, as `who` prints it in the C locale.
 *
 * @param timeZone the caller's `TZ`. Default: this process's
 */
export const shortTime = (ms: number, timeZone?: string): string => {
  const { month, day = '', hour, minute } = partsOf(ms, timeZone);
  return `${month} ${day.padStart(2)} ${hour}:${minute}`;
};

/** `Thu Sep 10 09:02:11 2026`: the `lstart` of `ps`. */
export const longTime = (ms: number, timeZone?: string): string => {
  const { weekday, second, year } = partsOf(ms, timeZone);
  return `${weekday} ${shortTime(ms, timeZone)}:${second} ${year}`;
};

/** `20260910061332Z`: a keychain item's time, UTC. */
export const keychainTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
