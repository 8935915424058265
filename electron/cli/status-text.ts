import { formatForecast, lockStateWord, sessionPhrase } from '../core/format-lock-state';
import { formatAge, type LocalNow } from '../core/format-moment';
import { formatOutsideText, keychainName } from '../core/format-outside-text';
import { bornInPhrase, formatClients, formatRemoteLogin, screenSharingSentence } from '../core/format-session';
import { sessionTitle } from '../core/session-title';
import type { Keychain, LockState, RemoteSession, SessionHelp, Snapshot, Warning } from '../core/snapshot';
import { alignRows, paragraph } from './columns';
import { claudeCodeLines, credentialLines } from './credential-text';
import { holdLines } from './hold-text';
import { type Paint, quiet } from './paint';

/** The status as a person reads it, for a terminal of 80 columns. Outside text cannot drive the terminal. */
export const statusText = (snapshot: Snapshot, now: LocalNow, paint: Paint): string =>
  [
    headline(snapshot, paint),
    section(
      'Keychains',
      snapshot.keychains.flatMap((keychain) => keychainLines(keychain, paint)),
      paint,
    ),
    snapshot.hold.state === 'off' ? '' : section('Hold', holdStatus(snapshot, now), paint),
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
    section(
      'Warnings',
      snapshot.warnings.flatMap((warning) => warningLines(warning, paint)),
      paint,
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

const holdStatus = ({ hold }: Snapshot, now: LocalNow): readonly string[] =>
  holdLines(hold, now).map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`));

const afterRestartLines = ({ remoteAccess: { afterRestart } }: Snapshot, paint: Paint): readonly string[] =>
  afterRestart === undefined ? [] : quiet(paragraph(afterRestart.sentence, 2), paint);

const headline = ({ host, keychains }: Snapshot, paint: Paint): string => {
  const where = keychains[0]?.lock.session === 'this-ssh-login' ? 'this SSH login' : 'this desktop session';
  const mac = host.platform === 'simulated-macos' ? 'a simulated Mac' : 'this Mac';
  return `${paint('heading', 'Latchkey')} on ${mac}, macOS ${formatOutsideText(host.macosVersion)}, seen from ${where}`;
};

const section = (title: string, lines: readonly string[], paint: Paint): string =>
  lines.length === 0 ? '' : [paint('heading', title), ...lines].join('\n');

const stateRoles = { locked: 'bad', unlocked: 'good', unknown: 'careful' } as const;
const paintState = (state: LockState, text: string, paint: Paint): string => paint(stateRoles[state], text);

const keychainLines = (keychain: Keychain, paint: Paint): readonly string[] => {
  const { lock, forecast, path } = keychain;
  const marks = [keychain.isLogin ? 'login keychain' : '', keychain.isDefault ? 'default' : '']
    .filter(Boolean)
    .join(', ');
  const state = `${lockStateWord[lock.state]} ${sessionPhrase[lock.session]}`;
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

const warningLines = (warning: Warning, paint: Paint): readonly string[] => [
  `  ${paint(severityRoles[warning.severity], warning.severity)}: ${formatOutsideText(warning.title)}`,
  ...paragraph(formatOutsideText(warning.detail), 6),
  ...warning.actions.map((action) => `      → ${formatOutsideText(actionText(action))}`),
];

const actionText = (action: SessionHelp): string => {
  switch (action.kind) {
    case 'unlock':
      return 'latchkey unlock';
    case 'copy-command':
      return action.command;
    case 'open-unlock-prompt':
      return "in Latchkey's popover: open an unlock prompt in that server";
  }
};
