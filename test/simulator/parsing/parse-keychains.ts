import { X509Certificate } from 'node:crypto';
import { basename } from 'node:path';
import { keychainPath } from '../mac-path';
import type { KeychainItem, PlannedCertificate, PlannedKeychain } from '../mac-plan';
import { withRelativeTimes } from './relative-time';
import type { Field } from './scenario-field';

/** The field's largest value, which macOS takes to mean "never". */
const neverSeconds = 2_147_483_647;

interface Surroundings {
  readonly nowMs: number;
  readonly home: string;
  readonly userName: string;
  readonly userPassword: string;
}

/** Exactly one keychain at most is the login keychain, and one the default; where none says so, the name decides. */
export const parseKeychains = (list: Field, surroundings: Surroundings): readonly PlannedKeychain[] => {
  const keychains = list.list().map((field) => parseKeychain(field, surroundings));
  const paths = keychains.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) return list.complain(`must not name ${twice} twice`);
  for (const mark of ['isLogin', 'isDefault'] as const) {
    if (keychains.filter((keychain) => keychain[mark]).length > 1)
      return list.complain(`must have one ${mark} at most`);
  }
  const login =
    keychains.find(({ isLogin }) => isLogin) ??
    keychains.find(({ path }) => ['login.keychain-db', 'login.keychain'].includes(basename(path)));
  const standard = keychains.find(({ isDefault }) => isDefault) ?? login ?? keychains[0];
  return keychains.map((keychain) => ({
    ...keychain,
    isLogin: keychain === login,
    isDefault: keychain === standard,
  }));
};

const parseKeychain = (field: Field, surroundings: Surroundings): PlannedKeychain => {
  const { nowMs, home, userPassword } = surroundings;
  const timeout = field.member('idleTimeoutSeconds');
  const seconds = timeout.isMissing ? null : timeout.wholeNumber(0);
  const items = field
    .member('items')
    .list()
    .map((item) => parseItem(item, surroundings));
  return {
    path: keychainPath(field.member('path'), home),
    password: field.member('password').text(userPassword),
    isLogin: field.member('isLogin').yesOrNo(false),
    isDefault: field.member('isDefault').yesOrNo(false),
    lockOnSleep: field.member('lockOnSleep').yesOrNo(false),
    idleTimeoutSeconds: seconds === null || seconds >= neverSeconds ? null : seconds,
    modifiedAtMs: field.member('modifiedAt').time(nowMs, nowMs),
    items,
    certificates: field.member('certificates').list().map(parseCertificate),
  };
};

const parseCertificate = (field: Field): PlannedCertificate => {
  const pem = field.member('pem');
  try {
    new X509Certificate(pem.text());
  } catch {
    return pem.complain('must be one certificate in PEM');
  }
  return {
    pem: pem.text(),
    hasPrivateKey: field.member('hasPrivateKey').yesOrNo(true),
    problem: field.member('problem').textOrNull(),
    hasDigest: field.member('hasDigest').yesOrNo(true),
  };
};

const parseItem = (field: Field, { nowMs, userName }: Surroundings): KeychainItem => {
  const itemClass = field.member('class').oneOf(['genp', 'inet']);
  const service = field.member(itemClass === 'genp' ? 'service' : 'server').text();
  const accountHex = field.member('accountHex').textOrNull();
  const createdAtMs = field.member('createdAt').time(nowMs, field.member('modifiedAt').time(nowMs, nowMs));
  return {
    itemClass,
    service,
    account: accountHex === null ? field.member('account').text(userName) : '\uFFFD',
    accountHex,
    label: field.member('label').text(service),
    secretBase64: Buffer.from(secretOf(field.member('data'), nowMs)).toString('base64'),
    createdAtMs,
    modifiedAtMs: field.member('modifiedAt').time(nowMs, createdAtMs),
    protocol: itemClass === 'inet' ? field.member('protocol').text('htps') : null,
    path: field.member('path').textOrNull(),
    port: field.member('port').wholeNumber(0, 0),
  };
};

/** An object is stored as JSON, as a tool would store it. */
const secretOf = (data: Field, nowMs: number): string => {
  if (data.isMissing) return '';
  return typeof data.value === 'object' ? JSON.stringify(withRelativeTimes(data.value, nowMs)) : data.text();
};
