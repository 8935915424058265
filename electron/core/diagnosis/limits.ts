/** Below this a login that is renewed may not be written any more. */
export const leastFreeBytes = 20e6;

/** Certificates and tokens stand a minute or two. */
export const mostSkewSeconds = 120;
