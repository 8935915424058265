import type { Cure } from './cure';
import { gentleCures } from './cures-gentle';
import { lastingCures } from './cures-lasting';
import { passingCures } from './cures-passing';

export type CureId = keyof typeof gentleCures | keyof typeof passingCures | keyof typeof lastingCures;

/** Every cure, the least invasive first. */
export const cures: Readonly<Record<CureId, Cure>> = { ...gentleCures, ...passingCures, ...lastingCures };
