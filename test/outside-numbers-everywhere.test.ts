import { describe, expect, it } from 'vitest';
import { parseIdleTimeout } from '../electron/core/auto-lock/parse-duration';
import { parseUndoOffers } from '../electron/core/auto-lock/undo-offers';
import { parseEndDates } from '../electron/core/credentials/entered-end-dates';
import { parseHistoryEvent } from '../electron/core/history/history-event';
import { parseHoldJournal } from '../electron/core/hold/hold-journal';
import { parseHoldLength } from '../electron/core/hold/hold-times';
import { parseBeacon } from '../electron/core/sessions/beacon';
import { isoTime } from '../electron/core/time/outside-numbers';
import { parseItemAttributes } from '../electron/system/keychain/item-attributes';
import { parseJxaAnswer } from '../electron/system/keychain/jxa';
import { parseKeychainInfo } from '../electron/system/keychain/keychain-info-line';
import { parseSessionAnswer } from '../electron/system/keychain/security-session';
import { parseBootTime } from '../electron/system/machine/host-facts';
import { parseSystemSleep, parseSystemSleepMinutes } from '../electron/system/machine/power-settings';
import { parseProcesses, parseStartTime } from '../electron/system/processes/process-list';
import { parseSessionFile } from '../electron/system/sessions/agent-session-files';
import { parseLoginRecords } from '../electron/system/sessions/login-records';
import { parseTmuxListing } from '../electron/system/sessions/tmux-answers';
import { parseFastlaneSession } from '../electron/tools/apple/fastlane-session';
import { parseCachedRole, parseSsoToken } from '../electron/tools/aws/aws-caches';
import { parseAwsVaultAccount } from '../electron/tools/aws/aws-vault-entries';
import { parseAzureLogins } from '../electron/tools/azure/azure-logins';
import { parseStoredLogin } from '../electron/tools/claude-code/claude-code-payload';
import { parseCodexAuth } from '../electron/tools/editors/codex-auth';
import { jwtEnd } from '../electron/tools/formats/jwt-end';
import { parseWrittenTime } from '../electron/tools/formats/written-time';
import { parseGeminiLogin } from '../electron/tools/google/gemini-settings';
import { rowFormats } from '../electron/tools/rows/row-formats';

/** What stands where a number should. None of these is one that anything outside can mean. */
const extremes: readonly string[] = [
  ...[
    '99999999999999999',
    '8640000000000000',
    '9'.repeat(400),
    '1e309',
    '-1e309',
    '1e308',
    '-1',
    '-99999999999999999',
    '-0.5',
  ],
  ...[
    'NaN',
    'Infinity',
    'null',
    '0x10',
    '0b11',
    '+5',
    '1_000',
    '٣',
    '３',
    '1,000',
    '',
    ' ',
    '"7"',
    '[7]',
    '{}',
    'true',
  ],
];

const parseRow = (format: string, text: string) =>
  rowFormats.find(({ name }) => name === format)?.parse(Buffer.from(text), '/a');
const jwt = (exp: string) => `a.${Buffer.from(`{"exp":${exp}}`).toString('base64url')}.c`;
const codex = (exp: string) => `{"tokens":{"access_token":"${jwt(exp)}","refresh_token":"a"}}`;
const timeout = (seconds: string) => `Keychain "/a" use-lock-interval timeout=${seconds}s`;
const time = (year: string) => `${year}-09-10T09:00:00.000Z`;
const journal = (boot: string, pid: string, away: string) =>
  `{"schemaVersion":1,"owner":{"kind":"app","pid":${pid}},"startedIn":{"bootedAtMs":${boot},"login":null},"session":"desktop",` +
  `"startedAt":"2026-09-10T09:00:00.000Z","end":{"kind":"back","afterMinutesAway":${away}},"keepAwake":false,` +
  '"relock":"as-before","phase":"holding","goesOn":false,"keychains":[{"path":"/a","signature":null,' +
  '"before":{"lockOnSleep":true,"idleTimeoutSeconds":600},"wasLocked":false,"progress":"held","lockedSince":false,"decision":null}]}';
const beacon = (pid: string, exit: string, session: string) =>
  `{"schemaVersion":1,"writtenAt":"2026-09-10T09:00:00Z","pid":${pid},"tty":null,"sshConnection":null,"tmuxSocket":null,` +
  `"managerName":"Background","keychainPath":"/a","lock":"unknown","exitCode":${exit},"variables":[],` +
  `"securitySession":{"id":${session},"graphicAccess":false,"remote":true,"initial":false},"reason":null}`;
const item = (stamp: string) =>
  `keychain: "/a"\nversion: 512\nclass: "genp"\nattributes:\n    "acct"<blob>="a"\n    "mdat"<timedate>="${stamp}\\000"\n`;
const event = (seconds: string) =>
  `{"at":"2026-09-10T09:00:00.000Z","kind":"auto-lock","keychainPath":"/a","by":"latchkey","before":{"lockOnSleep":true,"idleTimeoutSeconds":${seconds}},"after":{"lockOnSleep":true,"idleTimeoutSeconds":600}}`;

/** Each parser of outside text that yields numbers, with the text around one, and a number that it does take. */
const parsers: readonly (readonly [string, (number: string) => unknown, string])[] = [
  ['tmux: when it started', (n) => parseTmuxListing(`session 700 ${n} work`), '1789030800'],
  ['tmux: its pid', (n) => parseTmuxListing(`session ${n} 1789030800 work`), '700'],
  ['tmux: a client', (n) => parseTmuxListing(`session 700 1789030800 work\nclient ${n} /dev/ttys001`), '800'],
  ['ps: a pid', (n) => parseProcesses(`${n} 1 501 ?? Thu Sep 10 09:02:11 2026 zsh\n`), '700'],
  ['ps: a parent', (n) => parseProcesses(`700 ${n} 501 ?? Thu Sep 10 09:02:11 2026 zsh\n`), '1'],
  ['ps: a user', (n) => parseProcesses(`700 1 ${n} ?? Thu Sep 10 09:02:11 2026 zsh\n`), '501'],
  ['ps: a year', (n) => parseStartTime(`Thu Sep 10 09:02:11 ${n}`), '2026'],
  ['ps: a day', (n) => parseStartTime(`Thu Sep ${n} 09:02:11 2026`), '10'],
  ['ps: an hour', (n) => parseStartTime(`Thu Sep 10 ${n}:02:11 2026`), '09'],
  ['ps: a second', (n) => parseStartTime(`Thu Sep 10 09:02:${n} 2026`), '11'],
  ['who', (n) => parseLoginRecords(`alice ttys001 Sep 10 ${n}:02 (10.0.0.9)`), '09'],
  ['pmset: sleep', (n) => parseSystemSleepMinutes(`Currently in use:\n sleep                ${n}\n`), '10'],
  ['pmset: custom', (n) => parseSystemSleep(`AC Power:\n sleep                ${n}\n`, null), '10'],
  ['sysctl: seconds', (n) => parseBootTime(`{ sec = ${n}, usec = 1 } Thu`), '1789030800'],
  ['sysctl: microseconds', (n) => parseBootTime(`{ sec = 1789030800, usec = ${n} } Thu`), '999'],
  ['security: a timeout', (n) => parseKeychainInfo(timeout(n)), '300'],
  ['security: a year', (n) => parseItemAttributes(item(`${n}0910090000Z`)), '2026'],
  ['security: a month', (n) => parseItemAttributes(item(`2026${n}10090000Z`)), '09'],
  ['JXA: a status', (n) => parseJxaAnswer(`[{"path":"/a","osStatus":${n},"bits":1}]`, ['/a']), '0'],
  ['JXA: bits', (n) => parseJxaAnswer(`[{"path":"/a","osStatus":0,"bits":${n}}]`, ['/a']), '1'],
  ['JXA: a session', (n) => parseSessionAnswer(`[0,${n},4096]`), '100007'],
  ['JXA: its bits', (n) => parseSessionAnswer(`[0,100007,${n}]`), '4096'],
  ['a beacon: a pid', (n) => parseBeacon(beacon(n, 'null', '100007')), '700'],
  ['a beacon: an exit', (n) => parseBeacon(beacon('700', n, '100007')), '44'],
  ['a beacon: a session', (n) => parseBeacon(beacon('700', '44', n)), '100007'],
  ['history: a year', (n) => parseHistoryEvent(`{"at":"${time(n)}","kind":"wake"}`), '2026'],
  ['history: a timeout', (n) => parseHistoryEvent(event(n)), '300'],
  ['a hold journal: the boot', (n) => parseHoldJournal(journal(n, '700', '20')), '1789030800000'],
  ['a hold journal: a pid', (n) => parseHoldJournal(journal('1789030800000', n, '20')), '700'],
  ['a hold journal: minutes away', (n) => parseHoldJournal(journal('1789030800000', '700', n)), '20'],
  [
    'end dates',
    (n) =>
      parseEndDates(
        `{"schemaVersion":1,"endDates":[{"tool":"a","account":null,"endsOn":"2026-09-10","enteredAt":${n}}]}`,
      ),
    '1789030800000',
  ],
  [
    'an undo',
    (n) =>
      parseUndoOffers(
        `{"schemaVersion":1,"undos":[{"keychainPath":"/a","changedAt":"2026-09-10T09:00:00.000Z","restores":{"lockOnSleep":true,"idleTimeoutSeconds":${n}}}]}`,
      ),
    '300',
  ],
  ['a timeout that somebody types', (n) => parseIdleTimeout(`${n}m`), '20'],
  ['a length that somebody types', (n) => parseHoldLength(`${n}h`), '20'],
  ['a session file: a pid', (n) => parseSessionFile(`{"pid":${n},"procStart":"Thu Sep 10 09:02:11 2026"}`), '700'],
  ['a session file: a year', (n) => parseSessionFile(`{"pid":700,"procStart":"Thu Sep 10 09:02:11 ${n}"}`), '2026'],
  ['a written time: a year', (n) => parseWrittenTime(time(n)), '2026'],
  ['a JSON Web Token', (n) => jwtEnd(jwt(n)), '1789030800'],
  [
    'Claude Code',
    (n) => parseStoredLogin(`{"claudeAiOauth":{"accessToken":"a","refreshToken":"a","expiresAt":${n}}}`),
    '1789030800000',
  ],
  ['Codex', (n) => parseCodexAuth(codex(n)), '1789030800'],
  ['AWS', (n) => parseSsoToken(`{"accessToken":"a","expiresAt":"${time(n)}"}`), '2026'],
  [
    'AWS: a role',
    (n) => parseCachedRole(`{"Credentials":{"Expiration":"${time(n)}"},"AssumedRoleUser":{"Arn":"a"}}`),
    '2026',
  ],
  ['aws-vault', (n) => parseAwsVaultAccount(`sts.GetSessionToken,YQ,,${n}`), '1789030800'],
  ['Azure', (n) => parseAzureLogins(`{"AccessToken":{"a":{"home_account_id":"a","expires_on":"${n}"}}}`), '1789030800'],
  ['Gemini', (n) => parseGeminiLogin(`{"access_token":"a","refresh_token":"a","expiry_date":${n}}`), '1789030800000'],
  [
    'Firebase',
    (n) => parseRow('row-firebase-0', `{"user":{"email":"a"},"tokens":{"refresh_token":"a","expires_at":${n}}}`),
    '1789030800000',
  ],
  [
    'fastlane',
    (n) => parseFastlaneSession(`- name: DESa\n  created_at: 2026-09-10 09:00:00 Z\n  max_age: ${n}\n  expires:\n`),
    '2592000',
  ],
];

/** All numbers in what a parser has returned, and all times. */
const numbersIn = (value: unknown): readonly number[] => {
  if (typeof value === 'number') return [value];
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT/.test(value) ? [Date.parse(value)] : [];
  if (value instanceof Map) return [...value].flat().flatMap(numbersIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
};

/** What would come of believing one of the extremes. */
const believed = new Set(
  [16, 5, 3, 7, 1000].flatMap((number) => [number, number * 1000, number * 60, number * 60_000]),
);
const largest = Date.UTC(10_000, 0, 1);

describe('a number in a text from outside', () => {
  it.each(parsers)('is taken where it is one: %s', (_what, parse, good) => {
    const taken = JSON.stringify(parse(good), (_name, value) => (value instanceof Map ? [...value] : value));
    expect(taken).not.toMatch(/^null$|^\[\]$|"ok":false|"kind":"unreadable"/);
    expect(taken).not.toBe(JSON.stringify(parse('NaN'), (_name, value) => (value instanceof Map ? [...value] : value)));
  });

  it.each(parsers)('that is none, or out of all bounds, breaks nothing: %s', (_what, parse) => {
    const faults = extremes.flatMap((extreme) =>
      numbersIn(parse(extreme))
        .filter((number) => !Number.isFinite(number) || Math.abs(number) > largest || believed.has(number))
        .map((number) => `${extreme}: ${number}`),
    );
    expect(faults).toEqual([]);
  });

  it.each<[string, () => unknown, unknown]>([
    ['no end of a token, where it is 0', () => jwtEnd(jwt('0')), null],
    ['no end of a token, where it is negative or a text', () => [jwtEnd(jwt('-1')), jwtEnd(jwt('"0"'))], [null, null]],
    ['no end of a token, where it is in milliseconds', () => jwtEnd(jwt('1789030800000')), null],
    ['no end of Codex’s login, where it is 0', () => numbersIn(parseCodexAuth(codex('0'))), []],
    ['no time, where it is Go’s for none', () => parseWrittenTime('0001-01-01T00:00:00Z'), null],
    ['no time, where a zone puts it past the year 9999', () => parseWrittenTime('9999-12-31T23:59:59-10:00'), null],
    ['no timeout, where it has more than 32 bits', () => numbersIn(parseKeychainInfo(timeout('4294967296'))), []],
    ['a timeout, where it has 32 bits', () => numbersIn(parseKeychainInfo(timeout('4294967295'))), [4_294_967_295]],
  ])('is %s', (_what, parse, expected) => {
    expect(parse()).toEqual(expected);
  });

  it('is told as a time without an exception, whatever it is', () => {
    const told = [...extremes.map(Number), Number.MAX_VALUE, -Number.MAX_VALUE].map(isoTime);
    expect(told.filter((one) => !/^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(one))).toEqual([]);
  });
});
