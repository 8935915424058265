import { constants } from 'node:os';
import { basename } from 'node:path';
import type { Fault } from './scenario';
import type { Field } from './scenario-field';

export const parseFaults = (list: Field): readonly Fault[] => list.list().map(parseFault);

/** `SIGKILL`, or `KILL` as `kill` takes it. */
const signalOf = (field: Field): string | null => {
  if (field.isMissing) return null;
  const name = `SIG${field.text().replace(/^SIG/, '')}`;
  return Object.hasOwn(constants.signals, name) ? name : field.complain('must be a signal like "SIGKILL"');
};

const parseFault = (field: Field): Fault => {
  const when = field.member('when');
  const signal = signalOf(field.member('signal'));
  const number = (name: 'exit' | 'hangMs' | 'times') =>
    field.member(name).isMissing ? {} : { [name]: field.member(name).wholeNumber(0) };
  const text = (name: 'stdout' | 'stderr') =>
    field.member(name).isMissing ? {} : { [name]: field.member(name).text() };
  return {
    tool: basename(field.member('tool').text()),
    ...(when.isMissing
      ? {}
      : { when: Array.isArray(when.value) ? when.list().map((part) => part.text()) : when.text() }),
    ...number('exit'),
    ...(signal === null ? {} : { signal }),
    ...number('hangMs'),
    ...text('stdout'),
    ...text('stderr'),
    ...number('times'),
  };
};
