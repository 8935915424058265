import { formatRefreshSubject, formatRunning } from '../../core/claude-code/format-claude-code';
import { byAttention } from '../../core/credentials/credential-order';
import {
  credentialStatusPhrase,
  formatExpiry,
  formatSymptom,
  overSshPhrase,
} from '../../core/credentials/format-credential';
import { formatUnreadMark } from '../../core/state/format-unread';
import { formatOutsideText } from '../../core/text/format-outside-text';
import { formatMoment, type LocalNow } from '../../core/time/format-moment';
import type { ClaudeCodeActivity, NextRefresh, RefreshLock } from '../../core/words/claude-code-activity';
import type { Credential } from '../../core/words/credential';
import { alignRows, paragraph } from './columns';
import { type Paint, quiet } from './paint';

/** A title that is longer leaves the columns beside it too little room. */
const widestTitle = 40;

/** The logins of the tools that are installed, those that need attention first. */
export const credentialLines = (credentials: readonly Credential[], now: LocalNow, paint: Paint): readonly string[] =>
  byAttention(credentials).flatMap((credential) => {
    const symptom = formatSymptom(credential);
    return [
      ...titleAndState(credential, now),
      ...(credential.unread === undefined
        ? []
        : paragraph(formatOutsideText(formatUnreadMark(credential.unread, now)), 6).map((line) =>
            paint('careful', line),
          )),
      ...quiet(paragraph(formatOutsideText(credential.reason), 6), paint),
      ...(symptom === null ? [] : quiet(paragraph(formatOutsideText(symptom), 6), paint)),
    ];
  });

const titleAndState = (credential: Credential, now: LocalNow): readonly string[] => {
  const { name, account, overSsh, status, expiry } = credential;
  const title = formatOutsideText(account === undefined ? name : `${name} (${account})`);
  const phrase = credentialStatusPhrase[status];
  const state = [overSshPhrase[overSsh], expiry ? `${phrase}, ${formatExpiry(expiry, now)}` : phrase];
  return [...title].length > widestTitle
    ? [...paragraph(title, 2), ...alignRows([state], 6)]
    : alignRows([[title, ...state]], 2);
};

/** How many run, when the token is renewed, whether that hangs, and what helps. */
export const claudeCodeLines = (
  activity: ClaudeCodeActivity | undefined,
  now: LocalNow,
  paint: Paint,
): readonly string[] =>
  activity === undefined
    ? []
    : [
        ...paragraph(
          `${formatRunning(activity) ?? activity.problem ?? ''} ${refreshSentence(activity.nextRefresh, now)}`.trim(),
          2,
        ),
        ...lockLines(activity.refreshLock, paint),
        ...activity.advice.flatMap(({ sentence, help }) => [
          ...paragraph(formatOutsideText(sentence), 6),
          ...(help ? [`      → ${formatOutsideText(help.command)}`] : []),
        ]),
      ];

const refreshSentence = (refresh: NextRefresh, now: LocalNow): string => {
  if (!('at' in refresh)) return refresh.reason;
  const whose = refresh.account === undefined ? '' : ` (${formatOutsideText(refresh.account)})`;
  return `${formatRefreshSubject(refresh, now.nowMs)} ${formatMoment(refresh.at, now)}${whose}.`;
};

const lockLines = (lock: RefreshLock, paint: Paint): readonly string[] => {
  if (lock.state === 'free') return [];
  const symptom = 'symptom' in lock && lock.symptom ? ` Shows as: “${lock.symptom}”` : '';
  const lines = paragraph(formatOutsideText(`${lock.reason}${symptom}`), 6);
  return lock.state === 'stuck' ? lines.map((line) => paint('careful', line)) : quiet(lines, paint);
};
