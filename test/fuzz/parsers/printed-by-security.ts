import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOfError } from '../../../electron/core/text/name-of-error';
import { parseQuotedValue } from '../../../electron/system/children/quoted-value';
import { parseCertificates } from '../../../electron/system/keychain/certificate-list';
import { parseItemAttributes } from '../../../electron/system/keychain/item-attributes';
import { parseJxaAnswer, parseJxaJson } from '../../../electron/system/keychain/jxa';
import { parseKeychainInfo } from '../../../electron/system/keychain/keychain-info-line';
import { parseKeychainPaths, parseOneKeychainPath } from '../../../electron/system/keychain/keychain-path-lines';
import { problemOfWords, wordsOfError } from '../../../electron/system/keychain/keyring-refusals';
import { meaningOfExit } from '../../../electron/system/keychain/security-exit-codes';
import { isNoDialogProof, parseSessionAnswer } from '../../../electron/system/keychain/security-session';
import { parseSigningIdentities } from '../../../electron/system/keychain/signing-identities';
import { throwAwayCertificate } from '../../tools/throw-away-certificate';
import { momentsIn, ofText, ofValue, type Parser } from '../parser';

export const printed = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../system/printed-by-macos', name), 'utf8');

const login = '/Users/alice/Library/Keychains/login.keychain-db';
const work = '/Users/alice/Library/Keychains/work.keychain-db';
const pem = throwAwayCertificate({ name: 'alice', startsAt: Date.UTC(2026, 0, 1), endsAt: Date.UTC(2027, 0, 1) });
const lists = [`    "${login}"\n`, `    "${login}"\n    "${work}"\n`, printed('search-list-with-backslash.txt'), ''];
const item = `keychain: "${login}"\nversion: 512\nclass: "genp"\nattributes:\n    0x00000007 <blob>="gh:github.com"\n    "acct"<blob>="octocat"\n    "cdat"<timedate>=0x32303236303930313038313530305A00  "20260901081500Z\\000"\n    "mdat"<timedate>="20260910061332Z\\000"\n    "svce"<blob>="gh:github.com"\n`;
const jxa = [
  { path: login, osStatus: 0, bits: 7 },
  { path: work, osStatus: 0, bits: 2 },
];

/** Unlocked is only what its own line calls so: by the path, without an error, by the one bit. */
const isUnlockedIn = (text: string, index: number): boolean => {
  const entry = (JSON.parse(text.trim()) as (typeof jxa)[number][])[index];
  return entry?.path === jxa[index]?.path && entry?.osStatus === 0 && entry.bits % 2 === 1;
};

/** What `security` and the scripts that stand in for it print. */
export const printedBySecurity: readonly Parser[] = [
  ofText(parseQuotedValue, ['"plain"', '<NULL>', '0x616C6963C3A9  "alic\\303\\251"', '"20260901081500Z\\000"', '0x00']),
  ofText(parseKeychainPaths, lists),
  ofText(parseOneKeychainPath, lists),
  ofText((text) => parseItemAttributes(text), [item, printed('item-of-yamada.txt')], {
    name: 'parseItemAttributes',
    judge: (read, text) => {
      if (!read.ok) return null;
      if (!text.includes('class: "genp"')) return 'An item of another class was taken.';
      return [read.value.createdAt, read.value.modifiedAt].every((at) => at === null || at % 1000 === 0)
        ? null
        : 'A time has parts of a second.';
    },
  }),
  ofText(parseSigningIdentities, [
    printed('identities-in-words.txt'),
    `  1) ${'0A'.repeat(20)} "Apple Development: Alice (X)" (CSSMERR_TP_CERT_EXPIRED)\n     1 identities found\n`,
  ]),
  ofText(parseCertificates, [pem, `${pem}${pem}`, `SHA-1 hash: ${'0A'.repeat(20)}\n${pem}`], {
    longest: 1024 * 1024,
    judge: (read, text) =>
      read.ok && read.value.length > (text.match(/BEGIN CERTIFICATE/g) ?? []).length
        ? 'More certificates than there are.'
        : null,
  }),
  ofText(
    parseKeychainInfo,
    [
      `Keychain "${login}" lock-on-sleep timeout=300s\n`,
      `Keychain "${login}" no-timeout\n`,
      `Keychain "${login}" lock-on-sleep use-lock-interval timeout=7201s\n`,
    ],
    {
      judge: (read, text) => {
        if (!read.ok) return null;
        const { lockOnSleep, idleTimeoutSeconds } = read.value;
        if (lockOnSleep && !text.includes('lock-on-sleep')) return 'Lock on sleep was made up.';
        const isTold =
          idleTimeoutSeconds === null ? text.includes('no-timeout') : momentsIn(text).has(idleTimeoutSeconds);
        return isTold ? null : `A timeout of ${idleTimeoutSeconds} was made up.`;
      },
    },
  ),
  ofText((text) => parseJxaAnswer(text, [login, work]), [JSON.stringify(jxa)], {
    name: 'parseJxaAnswer',
    judge: (read, text) => {
      const lies = read.ok
        ? read.value.filter(({ state }, index) => state === 'unlocked' && !isUnlockedIn(text, index))
        : [];
      return lies.length === 0 ? null : 'A keychain was told as unlocked that is not.';
    },
  }),
  ofText(parseJxaJson, [JSON.stringify(jxa), '[0,100006,12305]']),
  ofText(parseSessionAnswer, ['[0,100006,12305]', '[0,100021,4096]', '[-60501,0,0]\n'], {
    judge: (read, text) => {
      if (!read?.ok) return null;
      const [osStatus, id, bits] = JSON.parse(text.trim()) as readonly number[];
      const { graphicAccess } = read.value;
      return osStatus === 0 && id === read.value.id && graphicAccess === (((bits ?? 0) & 16) !== 0)
        ? null
        : 'A session was told that is another one.';
    },
  }),
  ofText((text) => meaningOfExit(Number(text.slice(0, 2)), text), ['36', '1 security: nothing\n', '99 x'], {
    name: 'meaningOfExit',
  }),
  ofText(problemOfWords, ['User interaction is not allowed.', 'Cannot autolaunch D-Bus without X11 $DISPLAY']),
  ofValue(wordsOfError, ['words', null, { message: 'x' }]),
  ofValue(messageOfError, ['words', null, { message: 'x' }]),
  ofValue(isNoDialogProof, [{}, null, []], { judge: (is) => (is ? 'A proof was made up.' : null) }),
];
