const units = [
  { seconds: 86_400, short: 'd', long: 'day' },
  { seconds: 3600, short: 'h', long: 'hour' },
  { seconds: 60, short: 'min', long: 'minute' },
  { seconds: 1, short: 's', long: 'second' },
] as const;

const split = (seconds: number) => {
  let rest = seconds;
  return units.flatMap((unit) => {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    return count === 0 ? [] : [{ count, unit }];
  });
};

/** An idle timeout inside a sentence, exact: "5 min", "1 h 30 min". */
export const formatTimeout = (idleTimeoutSeconds: number): string =>
  split(idleTimeoutSeconds)
    .map(({ count, unit }) => `${count} ${unit.short}`)
    .join(' ') || '0 s';

/** An idle timeout as a choice, exact: "Never", "5 minutes", "1 hour 30 minutes". */
export const formatTimeoutLabel = (idleTimeoutSeconds: number | null): string => {
  if (idleTimeoutSeconds === null) return 'Never';
  return (
    split(idleTimeoutSeconds)
      .map(({ count, unit }) => `${count} ${unit.long}${count === 1 ? '' : 's'}`)
      .join(' ') || '0 seconds'
  );
};
