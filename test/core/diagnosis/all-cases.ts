import type { DiagnosisCase } from './diagnosis-case';
import { loginCases } from './one-cause-login-cases';
import { outsideCases } from './one-cause-outside-cases';
import { toldCases } from './one-cause-told-cases';
import { twoFoundCases } from './two-causes-found-cases';
import { twoMoreCases } from './two-causes-more-cases';
import { twoMoreToldCases } from './two-causes-more-told-cases';
import { twoToldCases } from './two-causes-told-cases';

export const oneCauseCases: readonly DiagnosisCase[] = [...loginCases, ...outsideCases, ...toldCases];
export const twoCausesCases: readonly DiagnosisCase[] = [
  ...twoFoundCases,
  ...twoToldCases,
  ...twoMoreCases,
  ...twoMoreToldCases,
];
