const displays = (process.env.LATCHKEY_DISPLAYS ?? '').split(' ');

/** This worker's of the displays that `virtual-display.ts` has started; vitest counts workers from 1. */
const own = displays[(Number(process.env.VITEST_POOL_ID) - 1) % displays.length];
if (own) process.env.DISPLAY = own;
