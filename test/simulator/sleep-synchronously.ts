/** A tool has nothing else to do while it waits, so it may stand still. */
export const sleepSynchronously = (ms: number): void => {
  if (ms > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};
