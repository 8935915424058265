/** Of this process, all of its threads, in milliseconds. */
export const processorMs = (run: () => unknown): number => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** The least of a few, because what else the machine does only adds to it. */
export const leastProcessorMs = (times: number, run: () => unknown): number =>
  Math.min(...Array.from({ length: times }, () => processorMs(run)));

/** What the work below took on the machine on which the product's bounds in milliseconds were set. */
const usualYardstickMs = 16;

const yardstick = (): void => {
  const words = Array.from({ length: 20_000 }, (_, index) => `${(index * 7919) % 20_000} word`);
  JSON.parse(JSON.stringify([...words].sort()));
};

/** How many times slower than that this machine is now; never less than one. */
export const machineSlowness = (): number => Math.max(1, leastProcessorMs(5, yardstick) / usualYardstickMs);
