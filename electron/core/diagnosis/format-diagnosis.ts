import type { CauseKind } from './cause';
import type { Grounds, RankedCause, Step } from './diagnosis';

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

const byPhrase: Readonly<Record<Step['by'], string>> = {
  latchkey: 'Latchkey can do it.',
  command: 'Run it yourself:',
  'settings-pane': 'Latchkey can open the settings.',
  person: 'You do it.',
};

/** "Keychain: The keychain is locked in the desktop session (measured)" */
export const formatCause = ({ id, kind, title, grounds }: RankedCause): string =>
  id === 'unexplained' ? title : `${causeKindName[kind]}: ${title} (${groundsPhrase[grounds]})`;

/** What it does, what it costs, who does it, and how to see that it worked: a sentence a line. */
export const formatStep = (step: Step): readonly string[] => {
  const { title, does, costs, by, action, seenToWork } = step;
  const command = action?.kind === 'copy-command' ? ` ${action.command}` : '';
  return [
    `${title}. ${does}`,
    `It costs: ${costs}`,
    `${byPhrase[by]}${command}`,
    `It has worked when: ${seenToWork.sentence}`,
  ];
};
