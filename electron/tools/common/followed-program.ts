import type { Credential } from '../../core/words/credential';

/** What is known of a login that another program is asked for. `clause` follows on "It asks …, which". */
export interface FollowedProgram {
  readonly store: Credential['store'];
  readonly overSsh: Credential['overSsh'];
  readonly clause: string;
  readonly symptom?: string;
}

const lockedSymptom = 'User interaction is not allowed. (-25308)';

/** Programs that configurations name to get credentials from, by the name of their executable. */
const programs: Readonly<Record<string, FollowedProgram>> = {
  'aws-vault': {
    store: 'other-keychain',
    overSsh: 'breaks',
    clause: 'keeps its keys in a keychain of its own, with a lock of its own',
    symptom: `aws-vault: error: exec: Failed to get credentials: ${lockedSymptom}`,
  },
  granted: {
    store: 'login-keychain',
    overSsh: 'breaks',
    clause: 'keeps its tokens in the keychain unless it was told otherwise',
    symptom: lockedSymptom,
  },
  op: { store: 'desktop-app', overSsh: 'breaks', clause: 'asks the 1Password app on the desktop for approval' },
  assume: {
    store: 'login-keychain',
    overSsh: 'breaks',
    clause: 'is of granted and keeps its tokens in the keychain unless it was told otherwise',
    symptom: lockedSymptom,
  },
  security: {
    store: 'login-keychain',
    overSsh: 'breaks',
    clause: 'reads the keychain',
    symptom: 'security: SecKeychainItemCopyContent: User interaction is not allowed.',
  },
  gcloud: { store: 'file', overSsh: 'survives', clause: "uses Google Cloud's files, which no lock guards" },
  'gcloud.sh': { store: 'file', overSsh: 'survives', clause: "uses Google Cloud's files, which no lock guards" },
  netrc: { store: 'file', overSsh: 'survives', clause: 'uses ~/.netrc, which no lock guards' },
  'aws-iam-authenticator': { store: 'file', overSsh: 'survives', clause: 'uses the AWS files, which no lock guards' },
};

/** @param command a path or a name; @returns null for a program that is not known. */
export const followProgram = (command: string): FollowedProgram | null => {
  const name = programName(command);
  return Object.hasOwn(programs, name) ? (programs[name] ?? null) : null;
};

export const programName = (command: string): string => command.split('/').at(-1) ?? command;
