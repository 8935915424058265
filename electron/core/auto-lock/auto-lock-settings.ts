import * as z from 'zod/mini';
import { maximumIdleTimeoutSeconds } from './auto-lock';

/** The two settings as a keychain can have them, not only as Latchkey would set them. */
export const autoLockSettings = z.strictObject({
  lockOnSleep: z.boolean(),
  idleTimeoutSeconds: z.nullable(z.int().check(z.gte(0), z.lte(maximumIdleTimeoutSeconds))),
});
