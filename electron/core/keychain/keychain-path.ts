import * as z from 'zod/mini';

/** Tools are given it as an argument: absolute, so that it is never taken for an option, and without a NUL. */
export const keychainPath = z.string().check(
  z.startsWith('/'),
  z.maxLength(1024),
  z.refine((path) => !path.includes('\u0000')),
);
