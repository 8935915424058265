import type { Cause } from './cause';
import { keychainCauses } from './causes-of-keychain';
import { loginCauses } from './causes-of-login';
import { networkCauses } from './causes-of-network';
import { serviceCauses } from './causes-of-service';

export type CauseId =
  | keyof typeof serviceCauses
  | keyof typeof networkCauses
  | keyof typeof keychainCauses
  | keyof typeof loginCauses;

/** Every cause; what blocks the others stands before them, and that is the order in which several are told. */
export const causes: Readonly<Record<CauseId, Cause>> = {
  ...serviceCauses,
  ...networkCauses,
  ...keychainCauses,
  ...loginCauses,
};

export const causeIds = Object.keys(causes) as readonly CauseId[];
