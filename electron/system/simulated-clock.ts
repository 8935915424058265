/**
 * The simulated Mac's time: its clock file says `<simulated ms> <real ms at that moment>` while it ticks and
 * `<simulated ms> -` while it stands.
 *
 * @returns milliseconds since 1970; `realNow` when the file says neither.
 */
export const simulatedTime = (clockFile: string, realNow: number): number => {
  const match = /^(\d+) (\d+|-)\s*$/.exec(clockFile);
  if (!match) return realNow;
  const simulatedMs = Number(match[1]);
  return match[2] === '-' ? simulatedMs : simulatedMs + (realNow - Number(match[2]));
};
