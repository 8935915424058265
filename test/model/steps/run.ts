import type { AppLife } from '../app-life';
import type { World } from '../world/world';

/** A walk under way. */
export interface Run {
  readonly world: World;
  /** The app that runs; null while none does. */
  app: AppLife | null;
  /** When it was seen last that the last test of a login can be believed: no clock was set since. */
  isTestTrusted: boolean;
}
