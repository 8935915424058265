import type { Cause } from './cause';
import { accessCauses } from './causes-of-access';
import { keychainCauses } from './causes-of-keychain';
import { loginCauses } from './causes-of-login';
import { networkCauses } from './causes-of-network';
import { programCauses } from './causes-of-programs';
import { serviceCauses } from './causes-of-service';

export type CauseId =
  | keyof typeof serviceCauses
  | keyof typeof networkCauses
  | keyof typeof keychainCauses
  | keyof typeof accessCauses
  | keyof typeof programCauses
  | keyof typeof loginCauses;

/** Every cause; what blocks the others stands before them, and that is the order in which several are told. */
export const causes: Readonly<Record<CauseId, Cause>> = {
  ...serviceCauses,
  ...networkCauses,
  ...keychainCauses,
  ...accessCauses,
  ...loginCauses,
  ...programCauses,
};

export const causeIds = Object.keys(causes) as readonly CauseId[];
