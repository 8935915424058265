import { mostMessageCharacters } from '../../core/diagnosis/diagnosis-run';
import { type SymptomId, symptomIds } from '../../core/diagnosis/symptoms';
import { failure, type Outcome, success } from '../../core/outcome';

export interface DoctorCommand {
  readonly name: 'doctor';
  readonly json: boolean;
  readonly network: boolean;
  /** The quick checklist, instead of causes and cures. */
  readonly checklist: boolean;
  readonly symptom?: SymptomId;
  /** `standard-input`: the text comes from there. */
  readonly message?: { readonly from: 'standard-input' } | { readonly from: 'words'; readonly text: string };
  /** As in the credentials; whether there is such a tool is not known yet. */
  readonly tool?: string;
}

export const doctorOptions = {
  network: { type: 'boolean' },
  checklist: { type: 'boolean' },
  symptom: { type: 'string' },
  message: { type: 'string' },
} as const;

interface Values {
  readonly json?: boolean | undefined;
  readonly network?: boolean | undefined;
  readonly checklist?: boolean | undefined;
  readonly symptom?: string | undefined;
  readonly message?: string | undefined;
}

export const doctorOf = (values: Values, tool: string | undefined): Outcome<DoctorCommand, 'usage'> => {
  const { symptom, message } = values;
  const known = symptomIds.find((id) => id === symptom);
  if (symptom !== undefined && known === undefined) {
    return failure('usage', `“${symptom}” is none of ${symptomIds.join(', ')}.`);
  }
  if (message !== undefined && message.trim() === '') return failure('usage', '--message is empty.');
  return success({
    name: 'doctor',
    json: values.json ?? false,
    network: values.network ?? false,
    checklist: values.checklist ?? false,
    ...(known === undefined ? {} : { symptom: known }),
    ...(message === undefined ? {} : { message: messageOf(message) }),
    ...(tool === undefined ? {} : { tool }),
  });
};

const messageOf = (message: string): NonNullable<DoctorCommand['message']> =>
  message === '-' ? { from: 'standard-input' } : { from: 'words', text: message.slice(0, mostMessageCharacters) };
