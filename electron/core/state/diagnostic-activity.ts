import type { Redaction } from '../text/redaction';
import type { ClaudeCodeActivity } from '../words/claude-code-activity';
import type { Hold } from '../words/hold';

/** The Claude Codes that run, without their commands. */
export const diagnosticClaudeCode = (activity: ClaudeCodeActivity, { name, text }: Redaction): object => {
  const { processes, moreProcesses, problem, nextRefresh, refreshLock, advice } = activity;
  return {
    processes: processes.map(({ account, kind, folder, terminal, startedAt, basis, certainty, mayHoldOldToken }) => ({
      ...(account === undefined ? {} : { account: name('account', account) }),
      ...(folder === undefined ? {} : { folder: name('folder', folder) }),
      ...(terminal === undefined ? {} : { terminal: text(terminal) }),
      kind,
      startedAt,
      basis,
      mayHoldOldToken,
      ...(certainty === undefined ? {} : { certainty }),
    })),
    moreProcesses,
    ...(problem === undefined ? {} : { problem: text(problem) }),
    nextRefresh: {
      kind: nextRefresh.kind,
      ...('at' in nextRefresh ? { at: nextRefresh.at } : {}),
      reason: text(nextRefresh.reason),
    },
    refreshLock: {
      state: refreshLock.state,
      ...('touchedAt' in refreshLock ? { touchedAt: refreshLock.touchedAt } : {}),
      ...('reason' in refreshLock ? { reason: text(refreshLock.reason) } : {}),
    },
    advice: advice.map(({ sentence }) => text(sentence)),
  };
};

export const diagnosticHold = (hold: Hold, { text }: Redaction): object => {
  if (hold.state === 'off') return hold;
  const { until, end, startedAt, restores, keychains, keepAwake, relock, owner, session, isElsewhere } = hold;
  return {
    state: hold.state,
    until,
    end,
    startedAt,
    restores,
    keepAwake,
    relock,
    owner,
    session,
    isElsewhere,
    keychains: keychains.map((keychain) => ({ ...keychain, path: text(keychain.path) })),
    ...(hold.state === 'restoring'
      ? {
          waitsFor: hold.waitsFor,
          problems: hold.problems.map(({ path, kind, sentence, before, now }) => ({
            path: text(path),
            kind,
            sentence: text(sentence),
            before,
            now,
          })),
        }
      : {}),
  };
};
