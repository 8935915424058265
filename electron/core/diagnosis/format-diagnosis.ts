import type { CauseKind } from './causes/cause';
import type { Grounds, RankedCause } from './diagnosis';

/** Which of the six it is, in one word. */
export const causeKindName: Readonly<Record<CauseKind, string>> = {
  keychain: 'Keychain',
  session: 'Session',
  token: 'Token',
  network: 'Network',
  service: 'Service',
  configuration: 'Configuration',
};

/** How sure it is, to stand beside the title. */
export const groundsPhrase: Readonly<Record<Grounds, string>> = {
  measured: 'measured',
  inferred: 'inferred, not measured',
  told: 'by what you told, not measured',
  hint: 'perhaps',
};

/** "Keychain: The keychain is locked in the desktop session (measured)" */
export const formatCause = ({ id, kind, title, grounds }: RankedCause): string =>
  id === 'unexplained' ? title : `${causeKindName[kind]}: ${title} (${groundsPhrase[grounds]})`;
