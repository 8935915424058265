import type { Cure } from './cure';
import { accessCures } from './cures-access';
import { gentleCures } from './cures-gentle';
import { lastingCures } from './cures-lasting';
import { passingCures } from './cures-passing';
import { programCures } from './cures-programs';

export type CureId =
  | keyof typeof gentleCures
  | keyof typeof passingCures
  | keyof typeof accessCures
  | keyof typeof programCures
  | keyof typeof lastingCures;

/** Every cure, by its kind; a cause’s own are told the least invasive first. */
export const cures: Readonly<Record<CureId, Cure>> = {
  ...gentleCures,
  ...passingCures,
  ...accessCures,
  ...programCures,
  ...lastingCures,
};
