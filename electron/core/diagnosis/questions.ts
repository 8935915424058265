import type { Question } from './question';
import { keychainQuestions } from './questions-of-keychain';
import { loginQuestions } from './questions-of-login';
import { networkQuestions } from './questions-of-network';
import { programQuestions } from './questions-of-programs';
import { surroundingsQuestions } from './questions-of-surroundings';

export type QuestionId =
  | keyof typeof surroundingsQuestions
  | keyof typeof networkQuestions
  | keyof typeof keychainQuestions
  | keyof typeof loginQuestions
  | keyof typeof programQuestions;

/** What the nodes of the tree ask, by name. */
export const questions: Readonly<Record<QuestionId, Question>> = {
  ...surroundingsQuestions,
  ...networkQuestions,
  ...keychainQuestions,
  ...loginQuestions,
  ...programQuestions,
};
