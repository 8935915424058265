import { symptomIds } from '../../core/diagnosis/symptoms';
import { type Switch, type SwitchName, switches, verbs } from './verb-table';

const column = 26;

const padded = (left: string, right: string): string =>
  left.length < column - 1 ? `  ${left.padEnd(column)}${right}` : `  ${left}\n  ${' '.repeat(column)}${right}`;

const switchLine = (name: SwitchName): string => {
  const { takes, about }: Switch = switches[name];
  return padded(`--${name}${takes === undefined ? '' : ` ${takes}`}`, about);
};

/** `latchkey help hold`; null for what is no command. */
export const verbHelp = (name: string): string | null => {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb === undefined) return null;
  const { about, words, examples, codes } = verb;
  const usage = `latchkey ${name}${words === undefined ? '' : ` ${words}`}${verb.switches.length > 0 ? ' [switches]' : ''}`;
  return [
    `${usage}\n  ${about}`,
    ...(verb.switches.includes('symptom') ? [`Symptoms\n${symptomIds.map((id) => `  ${id}`).join('\n')}`] : []),
    ...(verb.switches.length === 0 ? [] : [`Switches\n${verb.switches.map(switchLine).join('\n')}`]),
    `Examples\n${examples.map(([line, what]) => (what === '' ? `  ${line}` : `  ${line}\n      ${what}`)).join('\n')}`,
    `Exit codes\n  ${codes ?? '0 done, 1 refused or cancelled'}\n  64 the command line was not understood, 70 it could not be done`,
  ].join('\n\n');
};
