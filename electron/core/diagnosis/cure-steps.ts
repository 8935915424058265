import { type CauseId, causes } from './causes/causes';
import type { CureAction } from './causes/cure';
import { type CureId, cures } from './causes/cures';
import { fits, isNobodyAtDesk } from './cure-fits';
import { cureWords, settingPlace } from './cure-words';
import type { Step } from './diagnosis';
import { otherKeychain } from './other-keychain';
import type { Context } from './question';

/** What to do about a cause, the least invasive first: only what can work as things are, from where it is read. */
export const stepsFor = (cause: CauseId, context: Context): readonly Step[] => {
  const fitting = causes[cause].cures.filter((id) => fits(id, context, cause));
  const ids: readonly CureId[] = fitting.length > 0 ? fitting : ['look-again'];
  return ids.map((id) => stepOf(id, cause, context)).sort((one, other) => one.invasiveness - other.invasiveness);
};

const stepOf = (id: CureId, cause: CauseId, context: Context): Step => {
  const { title, invasiveness, does, costs, by, action, seenToWorkBy, seenToWork } = cures[id];
  const filled = action ? fillAction(ownKeychain(action, context), cause, context) : null;
  return {
    id,
    title,
    invasiveness,
    does: does.replace('{settingPlace}', () => settingPlace(context, id === 'ask-settings-administrator')),
    costs,
    // Without the command or the pane a person has to do it.
    by: filled === null && (by === 'command' || by === 'settings-pane') ? 'person' : byOf(by, filled),
    action: filled,
    seenToWork: { check: seenToWorkBy, sentence: seenToWork },
  };
};

/** What Latchkey's button does is for the login keychain: another one is unlocked with a command, by its path. */
const ownKeychain = (action: CureAction, context: Context): CureAction =>
  action.kind === 'unlock' && otherKeychain(context) !== undefined
    ? { kind: 'copy-command', command: 'latchkey unlock --keychain {keychainPath}' }
    : action;

const byOf = (by: Step['by'], filled: CureAction | null): Step['by'] =>
  by === 'latchkey' && filled?.kind === 'copy-command' ? 'command' : by;

const fillAction = (action: CureAction, cause: CauseId, context: Context): CureAction | null => {
  // A settings pane opens on the desktop, for whoever is there.
  if (action.kind === 'settings-pane') return isNobodyAtDesk(context) ? null : action;
  if (action.kind !== 'copy-command') return action;
  const words = cureWords(cause, context);
  const missing = [...action.command.matchAll(/\{(\w+)\}/g)].some(([, word = '']) => words[word] === undefined);
  if (missing) return null;
  return {
    kind: 'copy-command',
    command: action.command.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '').trim(),
  };
};
