import { blobVersion } from '../../keychain-file';
import { accountBytes } from '../../keychain-store';
import type { KeychainItem } from '../../mac-plan';
import { keychainTime } from '../../parsing/time-texts';
import { printedBytes } from './print-buffer';

const blob = (text: string): string => printedBytes(Buffer.from(text));
const time = (ms: number): string => printedBytes(Buffer.from(`${keychainTime(ms)}\0`));
const number = (value: number): string => `0x${value.toString(16).toUpperCase().padStart(8, '0')} `;
const nothing = '<NULL>';

/** The attributes of each class in the order of its table; what is not in `values` is not set. */
const genericPassword = [
  ...['"acct"<blob>', '"cdat"<timedate>', '"crtr"<uint32>', '"cusi"<sint32>', '"desc"<blob>', '"gena"<blob>'],
  ...['"icmt"<blob>', '"invi"<sint32>', '"mdat"<timedate>', '"nega"<sint32>', '"prot"<blob>', '"scrp"<sint32>'],
  ...['"svce"<blob>', '"type"<uint32>'],
];
const internetPassword = [
  ...['"acct"<blob>', '"atyp"<blob>', '"cdat"<timedate>', '"crtr"<uint32>', '"cusi"<sint32>', '"desc"<blob>'],
  ...['"icmt"<blob>', '"invi"<sint32>', '"mdat"<timedate>', '"nega"<sint32>', '"path"<blob>', '"port"<uint32>'],
  ...['"prot"<blob>', '"ptcl"<uint32>', '"scrp"<sint32>', '"sdmn"<blob>', '"srvr"<blob>', '"type"<uint32>'],
];

/** What `find-generic-password` and its kind print of an item without decrypting anything. */
export const itemAttributes = (keychainPath: string, item: KeychainItem): string => {
  const isGeneric = item.itemClass === 'genp';
  const values: Readonly<Record<string, string>> = {
    '"acct"<blob>': printedBytes(accountBytes(item)),
    '"cdat"<timedate>': time(item.createdAtMs),
    '"mdat"<timedate>': time(item.modifiedAtMs),
    ...(isGeneric
      ? { '"svce"<blob>': blob(item.service) }
      : {
          '"srvr"<blob>': blob(item.service),
          '"atyp"<blob>': '"dflt"',
          '"path"<blob>': item.path === null ? nothing : blob(item.path),
          '"port"<uint32>': number(item.port),
          '"ptcl"<uint32>': item.protocol === null ? nothing : blob(item.protocol),
        }),
  };
  return [
    `keychain: ${blob(keychainPath)}`,
    `version: ${blobVersion(keychainPath)}`,
    `class: "${item.itemClass}"`,
    'attributes:',
    `    0x00000007 <blob>=${blob(item.label)}`,
    '    0x00000008 <blob>=<NULL>',
    ...(isGeneric ? genericPassword : internetPassword).map((name) => `    ${name}=${values[name] ?? nothing}`),
    '',
  ].join('\n');
};
