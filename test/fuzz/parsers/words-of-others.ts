import { join } from 'node:path';
import { parseCommand } from '../../../electron/cli/arguments';
import { contract } from '../../../electron/contract/contract';
import { requestVerbs } from '../../../electron/contract/verbs';
import { parseIdleTimeout } from '../../../electron/core/auto-lock/parse-duration';
import { isCommandOfApp } from '../../../electron/core/command-line/command-link';
import { areLeadMinutes } from '../../../electron/core/credentials/expiry-thresholds';
import { comparableText } from '../../../electron/core/diagnosis/messages/comparable-text';
import { matchMessage } from '../../../electron/core/diagnosis/messages/match-message';
import { longestLineCharacters, parseSocketAnswer, parseSocketRequest } from '../../../electron/core/hold/app-socket';
import { nextClockTime, parseHoldLength } from '../../../electron/core/hold/hold-times';
import { formatOutsideLines, formatOutsideText, keychainName } from '../../../electron/core/text/format-outside-text';
import { createLineBuffer } from '../../../electron/core/text/line-buffer';
import { isOlderVersion } from '../../../electron/core/text/version-order';
import { isCalendarDay } from '../../../electron/core/time/local-day';
import { isSameMoment } from '../../../electron/core/time/moment';
import {
  outsideInteger,
  outsideMoment,
  outsidePid,
  outsidePort,
  outsideSeconds,
  outsideUid,
} from '../../../electron/core/time/outside-numbers';
import { parseLength } from '../../../electron/core/time/parse-length';
import { formatAccelerator, isAccelerator } from '../../../electron/core/window/accelerator';
import { accentColors } from '../../../electron/core/window/accent-colors';
import { parseAppLink } from '../../../electron/shell/app/app-links';
import { answerFromFolder } from '../../../electron/shell/base/app-scheme';
import { fits } from '../../../electron/shell/ipc/ipc-server';
import { isLeftover } from '../../../electron/system/keychain/app-access';
import { projectFolder } from '../../project-files';
import { ofText, ofValue, type Parser } from '../parser';

const path = '/Users/alice/Library/Keychains/login.keychain-db';
const lines = [
  'status --json',
  'hold 4h --keychain login --relock',
  'hold --until 18:30 --keep-awake',
  'set --timeout 15m --lock-on-sleep yes',
  'lock --all',
  'unlock --keychain work',
  'doctor claude-code --symptom locked --network no',
  'history --days 7',
  'shell install zsh',
  'uninstall --support-folder',
];
const doing = [
  'unlock',
  'lock',
  'set',
  'undo',
  'hold',
  'uninstall',
  'install',
  'shell',
  'tmux',
  'test-login',
  'check-apps',
];
const digits = ['0', '1', '4711', '99999', '4194304', '65535', '1789056000'];
const now = { nowMs: Date.UTC(2026, 8, 10), timeZone: 'Europe/Berlin' };
const durations = ['90s', '15m', '1h30m', '2d', 'never', '30min'];

/** One valid payload of each kind that a verb takes. */
export const payloads: readonly unknown[] = [
  undefined,
  { keychainPath: path },
  { keychainPath: path, lockOnSleep: true, idleTimeoutSeconds: 300 },
  { keychainPath: path, xPixels: 10, yPixels: 20 },
  { keychainPath: path, decision: 'put-back' },
  { keychainPaths: [path], end: { kind: 'at', at: '2026-09-10T13:00:00.000Z' }, keepAwake: false, relock: 'as-before' },
  { end: { kind: 'back', afterMinutesAway: 5 }, keepAwake: true, relock: 'always' },
  { relock: true },
  { tool: 'claude-code' },
  { tool: 'npm', account: 'a', endsOn: '2026-12-24' },
  { command: 'restart-claude-code', pid: 4711 },
  { command: 'unlock-over-ssh' },
  { sessionId: 'tmux-server:/private/tmp/tmux-501/default' },
  { enabled: true },
  { shell: 'zsh', installed: true },
  { tool: 'gh', message: 'keychain is locked', network: false },
  { cause: 'locked-here', cure: 'unlock-over-ssh' },
  { beat: 'quick', historyDays: 30, expiryThresholds: { login: [60], session: [60], certificate: [60] } },
  { dayStartsAt: '2026-09-10T00:00:00.000Z' },
  { pane: 'notifications' },
  { heightPixels: 420 },
  { supportFolder: false },
];

/** What is told to each verb of the contract, as its parser takes it. */
const ofVerbs: readonly Parser[] = requestVerbs.map((verb) =>
  ofValue((value) => fits(verb, value), payloads, {
    name: `contract[${verb}]`,
    judge: (isTaken, value) =>
      !isTaken || asJson(contract[verb].payload.safeParse(value).data) === asJson(value)
        ? null
        : 'A payload was changed.',
  }),
);

/** A member that is undefined is none. */
const asJson = (value: unknown): string | undefined => JSON.stringify(value);

const inPieces = (text: string): unknown => {
  const buffer = createLineBuffer(longestLineCharacters);
  for (let from = 0; from < text.length; from += 4_096) {
    const taken = buffer.push(text.slice(from, from + 4_096));
    if (!taken.ok) return taken;
    for (const line of taken.value) parseSocketRequest(line);
  }
  return null;
};
const frame = `${JSON.stringify({ id: 1, verb: 'hold.start', payload: payloads[5] })}\n`;

/** What people type, what pages and programs send, and what other programs hand over. */
export const wordsOfOthers: readonly Parser[] = [
  ofText((text) => parseCommand(text.split(/\s/)), lines, {
    name: 'parseCommand',
    longest: 64 * 1024,
    judge: (read, text) =>
      read.ok && doing.includes(read.value.name) && !text.split(/\s/).includes(read.value.name)
        ? `“${read.value.name}” was done, which nobody has typed.`
        : null,
  }),
  ofText(parseIdleTimeout, durations, { longest: 4_096 }),
  ofText(parseHoldLength, durations, { longest: 4_096 }),
  ofText(parseLength, durations, { longest: 4_096 }),
  ofText((text) => nextClockTime(text, now), ['18:30', '0:00', '23:59'], { name: 'nextClockTime', longest: 4_096 }),
  ofText((text) => isOlderVersion(text, '2.1.0'), ['2.1.240', 'v2.1'], { name: 'isOlderVersion', longest: 4_096 }),
  ofText(isCalendarDay, ['2026-12-24', '2026-02-29'], { longest: 4_096 }),
  ofText((text) => isSameMoment(text, '2026-09-10T09:00:00.000Z'), ['2026-09-10T09:00:00Z'], {
    name: 'isSameMoment',
    longest: 4_096,
  }),
  ofText(parseAppLink, ['latchkey://open', 'latchkey://settings'], {
    longest: 64 * 1024,
    judge: (link, text) => (link === null || text === `latchkey://${link}` ? null : 'An address that is none of ours.'),
  }),
  ofText(
    (url) => answerFromFolder(join(projectFolder, 'assets'), { url, method: 'GET' }),
    [
      'app://latchkey/tray/lockedTemplate.png',
      'app://latchkey/index.html?window=settings',
      'app://latchkey/../package.json',
    ],
    {
      name: 'answerFromFolder',
      longest: 64 * 1024,
      judge: ({ status }) => (status === 200 || status === 404 ? null : `An answer with ${status}.`),
    },
  ),
  ofText(isCommandOfApp, ['/Applications/Latchkey.app/Contents/Resources/bin/latchkey'], { longest: 4_096 }),
  ofText(isAccelerator, ['Command+Shift+K', 'F5', 'Alt+Space'], { longest: 4_096 }),
  ofText(formatAccelerator, ['Command+Shift+K'], { longest: 4_096 }),
  ofText(accentColors, ['0a84ffff', '#0a84ff'], { longest: 4_096 }),
  ofText(parseSocketRequest, [frame.trim()], {
    longest: longestLineCharacters,
    judge: (read) =>
      !read.ok || (Number.isInteger(read.value.id) && read.value.id >= 0) ? null : 'A request without a number.',
  }),
  ofText(parseSocketAnswer, ['{"id":1,"ok":true,"value":{}}', '{"id":null,"ok":false,"code":"x","reason":"y"}'], {
    longest: longestLineCharacters,
  }),
  ofText(inPieces, [frame, frame.repeat(3)], { name: 'createLineBuffer', longest: 1024 * 1024 }),
  ofText(
    (text) => matchMessage(text),
    [
      'security: SecKeychainSearchCopyNext: The specified item could not be found in the keychain.',
      'gh: To get started with GitHub CLI, please run: gh auth login',
    ],
    {
      name: 'matchMessage',
      longest: 64 * 1024,
    },
  ),
  ofText(comparableText, ['User interaction is not allowed.'], { longest: 64 * 1024 }),
  ofText(formatOutsideText, ['alice\u202e', 'plain'], {
    longest: 64 * 1024,
    judge: (shown) => (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(shown) ? 'A character that acts was shown.' : null),
  }),
  ofText(keychainName, [path, '/a\u202eb.keychain'], { longest: 4_096 }),
  ofText((text) => isLeftover(text, now.nowMs), ['check-1789056000000-0123456789abcdef', 'alice'], {
    name: 'isLeftover',
    longest: 4_096,
  }),
  ofText(formatOutsideLines, ['a\nb\x1b[31m'], { longest: 64 * 1024 }),
  ...[outsidePid, outsideUid, outsidePort].map((read) => ofText<unknown>(read, digits, { longest: 64 * 1024 })),
  ofText((text) => outsideInteger(text, 0, 100), digits, {
    name: 'outsideInteger',
    longest: 64 * 1024,
    judge: (read) => (read === null || (read >= 0 && read <= 100) ? null : 'Out of its range.'),
  }),
  ofValue(outsideMoment, [0, 1_789_056_000_000, '1'], {
    judge: (read) => (read === null || (Number.isInteger(read) && read >= 0) ? null : 'No moment.'),
  }),
  ofValue(outsideSeconds, [0, 1_789_056_000, '1789056000'], {
    judge: (read) => (read === null || (Number.isInteger(read) && read >= 0) ? null : 'No moment.'),
  }),
  ofValue(areLeadMinutes, [[60], [60, 1440], []]),
  ...ofVerbs,
];
