import { textFormat } from '../common/file-format';
import { programName } from '../common/followed-program';
import { parseIniSections } from '../formats/ini-sections';

/** A profile of the AWS CLI, without its keys. */
export interface AwsProfile {
  readonly name: string;
  readonly ssoSession?: string;
  readonly ssoStartUrl?: string;
  readonly loginSession?: string;
  readonly roleArn?: string;
  readonly sourceProfile?: string;
  readonly mfaSerial?: string;
  readonly webIdentityTokenFile?: string;
  /** Name of the program that `credential_process` runs; its arguments may hold anything and are dropped. */
  readonly credentialProgram?: string;
  /** Keys stand in a file, with the path of that file; `areTemporary` where a session token stands with them. */
  readonly keys?: {
    readonly path: string;
    readonly file: 'config' | 'credentials';
    readonly areTemporary: boolean;
  };
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

const keptKeys = {
  sso_session: 'ssoSession',
  sso_start_url: 'ssoStartUrl',
  login_session: 'loginSession',
  role_arn: 'roleArn',
  source_profile: 'sourceProfile',
  mfa_serial: 'mfaSerial',
  web_identity_token_file: 'webIdentityTokenFile',
  credential_process: 'credentialProgram',
} as const;
const notedKeys = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token'];

/**
 * Reads `~/.aws/config` (kind `config`: sections `default` and `profile NAME`) or `~/.aws/credentials` (each section is a
 * profile).
 *
 * @returns null when the AWS CLI could not read it either.
 */
export const parseAwsProfiles = (
  text: string,
  kind: 'config' | 'credentials',
  path: string,
): readonly AwsProfile[] | null => {
  const sections = parseIniSections(text, { kept: Object.keys(keptKeys), noted: notedKeys });
  if (sections === null) return null;
  const profiles: AwsProfile[] = [];
  for (const [section, values] of sections) {
    const name = kind === 'credentials' ? section : profileName(section);
    if (name === null) continue;
    const profile: Mutable<AwsProfile> = { name };
    for (const [key, member] of Object.entries(keptKeys)) {
      const value = values.get(key);
      if (value) profile[member] = key === 'credential_process' ? firstWordsProgram(value) : value;
    }
    if (values.has('aws_access_key_id') && values.has('aws_secret_access_key')) {
      profile.keys = { path, file: kind, areTemporary: values.has('aws_session_token') };
    }
    profiles.push(profile);
  }
  return profiles;
};

const profileName = (section: string): string | null => {
  if (section === 'default') return section;
  const [, name] = /^profile\s+(.+)$/.exec(section) ?? [];
  return name === undefined ? null : name.trim().replace(/^(["'])(.*)\1$/, '$2');
};

const firstWordsProgram = (command: string): string => {
  const [, quoted, plain] = /^\s*(?:["']([^"']+)["']|(\S+))/.exec(command) ?? [];
  return programName(quoted ?? plain ?? '');
};

/** A profile may stand in both files; what the credentials file says of it counts first. */
export const mergeProfiles = (
  fromConfig: readonly AwsProfile[],
  fromCredentials: readonly AwsProfile[],
): ReadonlyMap<string, AwsProfile> => {
  const merged = new Map(fromConfig.map((profile) => [profile.name, profile]));
  for (const profile of fromCredentials) merged.set(profile.name, { ...merged.get(profile.name), ...profile });
  return merged;
};

export const awsConfigFormat = textFormat({
  name: 'aws-config',
  syntax: 'lines',
  largestBytes: 512 * 1024,
  parse: (text, path) => parseAwsProfiles(text, 'config', path),
});

export const awsCredentialsFormat = textFormat({
  name: 'aws-credentials',
  syntax: 'lines',
  largestBytes: 512 * 1024,
  parse: (text, path) => parseAwsProfiles(text, 'credentials', path),
});
