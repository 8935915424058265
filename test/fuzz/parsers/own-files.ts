import { isDeepStrictEqual } from 'node:util';
import { parseUndoOffers } from '../../../electron/core/auto-lock/undo-offers';
import { parseEndDates } from '../../../electron/core/credentials/entered-end-dates';
import { longestHistoryLineCharacters, parseHistoryEvent } from '../../../electron/core/history/history-event';
import { formatHoldJournal, longestHoldJournalBytes, parseHoldJournal } from '../../../electron/core/hold/hold-journal';
import {
  defaultPreferences,
  formatPreferences,
  parsePreferences,
} from '../../../electron/core/preferences/preferences';
import { longestBeaconCharacters, parseBeacon } from '../../../electron/core/sessions/beacon';
import { addBlock, hasBlock, removeBlock } from '../../../electron/core/sessions/shell-block';
import { isJsonObject, memberOf, parseJson, parseJsonObject } from '../../../electron/core/text/json';
import { parseSessionFile } from '../../../electron/system/sessions/agent-session-files';
import { holdEntry, holdJournal } from '../../core/sample-hold';
import { ofText, ofValue, type Parser } from '../parser';

const at = '2026-09-10T09:00:00.000Z';
const path = '/Users/alice/Library/Keychains/login.keychain-db';
const beacon = {
  ...{ schemaVersion: 1, writtenAt: '2026-09-10T09:00:00Z', pid: 4711, tty: 'ttys004' },
  sshConnection: '192.168.1.9 51022 192.168.1.20 22',
  ...{ tmuxSocket: null, managerName: 'Background', keychainPath: path, lock: 'unlocked', exitCode: 0 },
  variables: ['ANTHROPIC_API_KEY'],
  securitySession: { id: 100_021, graphicAccess: false, remote: true, initial: false },
  reason: null,
};
const events = [
  { at, kind: 'sleep' },
  { at, kind: 'lock-state', path, state: 'unlocked', cause: { kind: 'unknown' } },
  { at, kind: 'auto-lock', path, settings: { lockOnSleep: true, idleTimeoutSeconds: 300 }, by: 'latchkey' },
];
const undo = { keychainPath: path, restores: { lockOnSleep: true, idleTimeoutSeconds: 300 }, changedAt: at };
const ended = { tool: 'npm', account: 'registry.example.com', endsOn: '2026-12-24', enteredAt: 1_789_056_000_000 };
const block = addBlock('export A=1\n', ['source ~/x.sh']);
const startUp = typeof block === 'string' ? block : 'export A=1\n';

/** What any program of the user can write into Latchkey's own files, and into those that it reads to find sessions. */
export const ownFiles: readonly Parser[] = [
  ofText(
    parseBeacon,
    [JSON.stringify(beacon), JSON.stringify({ ...beacon, lock: 'locked', exitCode: 36, reason: null })],
    {
      longest: longestBeaconCharacters,
      judge: (read, text) => {
        if (!read.ok || read.value.lock === 'unknown') return null;
        const said = JSON.parse(text) as typeof beacon;
        const isAsked =
          said.managerName === 'Background' && said.securitySession?.graphicAccess !== true && !said.reason;
        const code = read.value.lock === 'unlocked' ? 0 : 36;
        return isAsked && said.exitCode === code && said.lock === read.value.lock
          ? null
          : `A report was read as ${read.value.lock} that does not say so.`;
      },
    },
  ),
  ofText(
    parseHoldJournal,
    [holdJournal(), holdJournal({ phase: 'entering', keychains: [holdEntry(), holdEntry({ path: '/b' })] })].map(
      (one) => formatHoldJournal(one),
    ),
    {
      longest: longestHoldJournalBytes,
      judge: (read) =>
        !read.ok || isDeepStrictEqual(parseHoldJournal(formatHoldJournal(read.value)), read)
          ? null
          : 'A journal does not come back as it was read.',
    },
  ),
  ofText(parseUndoOffers, [JSON.stringify({ schemaVersion: 1, undos: [undo, { ...undo, keychainPath: '/b' }] })], {
    longest: 65_536,
    judge: (read) => (read.every(({ keychainPath }) => keychainPath.startsWith('/')) ? null : 'A path that is none.'),
  }),
  ofText(parseEndDates, [JSON.stringify({ schemaVersion: 1, endDates: [ended, { ...ended, account: null }] })], {
    longest: 256 * 1024,
    judge: (read, text) =>
      read.ok && read.value.some(({ endsOn }) => !text.includes(endsOn) && !text.includes('\\u'))
        ? 'An end was made up.'
        : null,
  }),
  ofText(parsePreferences, [formatPreferences(defaultPreferences), '{"beat":"quick","showTitle":true}'], {
    longest: 64 * 1024,
    judge: (read) =>
      !read.ok || isDeepStrictEqual(Object.keys(read.value).sort(), Object.keys(defaultPreferences).sort())
        ? null
        : 'Some preferences are missing.',
  }),
  ofText(
    parseHistoryEvent,
    events.map((event) => JSON.stringify(event)),
    { longest: longestHistoryLineCharacters * 2 },
  ),
  ofText(
    parseSessionFile,
    [
      '{"pid":708,"procStart":"Thu Sep 10 09:16:00 2026","kind":"daemon","name":"work","cwd":"/Users/alice/a","entrypoint":"cli"}',
    ],
    { longest: 64 * 1024 },
  ),
  ofText((text) => [addBlock(text, ['a line']), removeBlock(text)], [startUp, 'export A=1\n'], {
    name: 'addBlock',
    longest: 1024 * 1024,
  }),
  ofText(removeBlock, [startUp], { longest: 1024 * 1024 }),
  ofText(hasBlock, [startUp], { longest: 1024 * 1024 }),
  ofText(parseJson, [JSON.stringify(beacon), '[1,[2,[3]]]', '"a"'], { longest: 1024 * 1024 }),
  ofText(parseJsonObject, [JSON.stringify(beacon)], { longest: 1024 * 1024 }),
  ofValue((value) => memberOf(value, 'pid'), [beacon], { name: 'memberOf' }),
  ofValue(isJsonObject, [beacon, [], null]),
];
