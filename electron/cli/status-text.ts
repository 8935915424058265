import { formatForecast, lockStateWord } from '../core/keychain/format-lock-state';
import { bornInPhrase, formatClients, formatRemoteLogin, screenSharingSentence } from '../core/sessions/format-session';
import { sessionTitle } from '../core/sessions/session-title';
import { placeOfLook } from '../core/sessions/vantage';
import { formatUnread, formatUnreadMark, groupUnread, unreadPartName } from '../core/state/format-unread';
import { formatOutsideText, keychainName } from '../core/text/format-outside-text';
import { formatAge, type LocalNow } from '../core/time/format-moment';
import type { Keychain, LockState } from '../core/words/keychain';
import type { RemoteSession } from '../core/words/session';
import type { Snapshot } from '../core/words/snapshot';
import type { Verdict } from '../core/words/verdict';
import type { SessionHelp, Warning } from '../core/words/warning';
import { holdLines } from './hold/hold-text';
import { alignRows, paragraph } from './text/columns';
import { claudeCodeLines, credentialLines } from './text/credential-text';
import { type Paint, quiet } from './text/paint';

/** The status as a person reads it, for a terminal of 80 columns. Outside text cannot drive the terminal. */
export const statusText = (snapshot: Snapshot, now: LocalNow, paint: Paint, latchkey = 'latchkey'): string =>
  [
    verdictLines(snapshot.verdict, paint).join('\n'),
    headline(snapshot, paint),
    section(
      'Keychains',
      snapshot.keychains.flatMap((keychain) => keychainLines(keychain, placeOfLook(snapshot.host), paint)),
      paint,
    ),
    snapshot.hold.state === 'off' ? '' : section('Keep Unlocked', holdStatus(snapshot, now, latchkey), paint),
    section(
      `Remote sessions: ${formatRemoteLogin[snapshot.remoteAccess.remoteLogin]}`,
      [
        ...(snapshot.remoteAccess.screenSharing === 'on' ? paragraph(screenSharingSentence, 2) : []),
        ...sessionLines(snapshot.sessions, now, paint),
        ...afterRestartLines(snapshot, paint),
      ],
      paint,
    ),
    section('Credentials', credentialLines(snapshot.credentials, now, paint), paint),
    section('Claude Code', claudeCodeLines(snapshot.claudeCode, now, paint), paint),
    section('Not read', unreadLines(snapshot, now, paint), paint),
    section(
      'Warnings',
      snapshot.warnings.flatMap((warning) => warningLines(warning, paint, latchkey)),
      paint,
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

const verdictMarks = {
  go: { mark: '✓', role: 'good' },
  'not-yet': { mark: '⚠', role: 'careful' },
  'unlock-first': { mark: '▲', role: 'bad' },
  nobody: { mark: '–', role: 'quiet' },
  'cannot-tell': { mark: '?', role: 'careful' },
} as const;

/** The conclusion comes first: whoever wants no more than that reads no further. */
const verdictLines = ({ level, sentence }: Verdict, paint: Paint): readonly string[] => {
  const { mark, role } = verdictMarks[level];
  const [first = '', ...rest] = paragraph(formatOutsideText(sentence), 2);
  return [`${mark} ${first.trimStart()}`, ...rest].map((line) => paint(role, line));
};

/** What stands above, or does not, although nobody knows whether it is so. */
const unreadLines = ({ unread = [], credentials }: Snapshot, now: LocalNow, paint: Paint): readonly string[] =>
  groupUnread(unread).flatMap(({ unread: one, tools }) => {
    const names = tools.map((tool) => credentials.find((credential) => credential.tool === tool)?.name ?? tool);
    const whose = names.length === 0 ? '' : ` (${names.join(', ')})`;
    const lines = paragraph(formatOutsideText(`${unreadPartName[one.part]}${whose}: ${formatUnread(one, now)}`), 2);
    return lines.map((line) => paint('careful', line));
  });

const holdStatus = ({ hold }: Snapshot, now: LocalNow, latchkey: string): readonly string[] =>
  holdLines(hold, now, latchkey).map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`));

const afterRestartLines = ({ remoteAccess: { afterRestart } }: Snapshot, paint: Paint): readonly string[] =>
  afterRestart === undefined
    ? []
    : paragraph(afterRestart.sentence, 2).map((line) =>
        paint(afterRestart.kind === 'nobody-now' ? 'careful' : 'quiet', line),
      );

const headline = ({ host }: Snapshot, paint: Paint): string => {
  const mac = host.platform === 'simulated-macos' ? 'a simulated Mac' : 'this Mac';
  return `${paint('heading', 'Latchkey')} on ${mac}, macOS ${formatOutsideText(host.macosVersion)}, seen from ${placeOfLook(host)}`;
};

const section = (title: string, lines: readonly string[], paint: Paint): string =>
  lines.length === 0 ? '' : [paint('heading', title), ...lines].join('\n');

const stateRoles = { locked: 'bad', unlocked: 'good', unknown: 'careful' } as const;
const paintState = (state: LockState, text: string, paint: Paint): string => paint(stateRoles[state], text);

const keychainLines = (keychain: Keychain, place: string, paint: Paint): readonly string[] => {
  const { lock, forecast, path } = keychain;
  const marks = [keychain.isLogin ? 'login keychain' : '', keychain.isDefault ? 'default' : '']
    .filter(Boolean)
    .join(', ');
  const state = `${lockStateWord[lock.state]} in ${place}`;
  return [
    `  ${formatOutsideText(keychainName(path))}${marks && ` (${marks})`}: ${paintState(lock.state, state, paint)}`,
    ...quiet(paragraph(lock.state === 'unknown' ? lock.reason : formatForecast(forecast).join(', '), 6), paint),
  ];
};

const sessionLines = (sessions: readonly RemoteSession[], now: LocalNow, paint: Paint): readonly string[] =>
  sessions.flatMap((session) => {
    const clients = formatClients(session);
    const facts = [
      sessionTitle(session),
      session.kind !== 'fresh-ssh' ? `of ${session.user}` : '',
      session.tty === undefined ? '' : `on ${session.tty}`,
      session.kind !== 'ssh' && session.from !== undefined ? `from ${session.from}` : '',
      clients === null ? '' : `(${clients})`,
    ];
    const who = formatOutsideText(facts.filter(Boolean).join(' '));
    return [
      ...alignRows(
        [[`${session.sees} (${session.basis})`.padEnd(19), `${who}, ${bornInPhrase[session.bornIn]}`]],
        2,
      ).map((line) => line.replace(session.sees, paintState(session.sees, session.sees, paint))),
      ...(session.unread === undefined
        ? []
        : paragraph(formatOutsideText(formatUnreadMark(session.unread, now)), 6).map((line) => paint('careful', line))),
      ...quiet(paragraph(formatOutsideText(whyIt(session, now)), 6), paint),
      ...(session.verdict === undefined ? [] : paragraph(formatOutsideText(session.verdict), 6)),
    ];
  });

/** Why it sees what it sees, when that was measured, and what a shell in it exports. */
const whyIt = ({ reason, measuredAt, exportedVariables = [] }: RemoteSession, now: LocalNow): string =>
  [
    reason,
    measuredAt === undefined ? '' : `Measured ${formatAge(measuredAt, now)}.`,
    exportedVariables.length === 0 ? '' : `A shell in it exports ${exportedVariables.join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');

const severityRoles = { critical: 'bad', warning: 'careful', info: 'quiet' } as const;

const warningLines = (warning: Warning, paint: Paint, latchkey: string): readonly string[] => [
  `  ${paint(severityRoles[warning.severity], warning.severity)}: ${formatOutsideText(warning.title)}`,
  ...paragraph(formatOutsideText(warning.detail), 6),
  ...warning.actions.map((action) => `      → ${formatOutsideText(actionText(action, latchkey))}`),
];

const actionText = (action: SessionHelp, latchkey: string): string => {
  switch (action.kind) {
    case 'unlock':
      return `${latchkey} unlock`;
    case 'copy-command':
      return action.command;
    case 'open-unlock-prompt':
      return "in Latchkey's popover: open an unlock prompt in that server";
  }
};
