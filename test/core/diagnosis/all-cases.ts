import type { DiagnosisCase } from './diagnosis-case';
import { loginCases } from './one-cause-login-cases';
import { outsideCases } from './one-cause-outside-cases';
import { toldCases } from './one-cause-told-cases';
import { pastedClaudeCases } from './pasted-claude-cases';
import { pastedMoreCases } from './pasted-more-cases';
import { pastedToolCases } from './pasted-tool-cases';
import { threeCausesCases } from './three-causes-cases';
import { twoFoundCases } from './two-causes-found-cases';
import { twoMoreCases } from './two-causes-more-cases';
import { twoMoreToldCases } from './two-causes-more-told-cases';
import { twoToldCases } from './two-causes-told-cases';
import { weighedCases } from './weighed-cases';

export const pastedCases = [...pastedClaudeCases, ...pastedToolCases, ...pastedMoreCases];

export const oneCauseCases: readonly DiagnosisCase[] = [
  ...loginCases,
  ...outsideCases,
  ...toldCases,
  ...pastedCases.filter(({ then }) => then === undefined),
];
export const twoCausesCases: readonly DiagnosisCase[] = [
  ...twoFoundCases,
  ...twoToldCases,
  ...twoMoreCases,
  ...twoMoreToldCases,
  ...weighedCases,
  ...threeCausesCases,
  ...pastedCases.filter(({ then }) => then !== undefined),
];
