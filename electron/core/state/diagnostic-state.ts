import type { KnownName, Redaction } from '../text/redaction';
import type { Credential } from '../words/credential';
import type { Forecast, Keychain } from '../words/keychain';
import type { RemoteSession } from '../words/session';
import type { Snapshot } from '../words/snapshot';
import type { Warning } from '../words/warning';
import { diagnosticClaudeCode, diagnosticHold } from './diagnostic-activity';
import type { MonitorState } from './monitor-state';

/** The names that the state's sentences may hold. The user's own is the first, so that it is always `user-1`. */
export const knownNames = ({ snapshot }: MonitorState, userName: string): readonly KnownName[] => {
  const names: KnownName[] = [{ kind: 'user', value: userName }];
  for (const { user, name, from, remoteClientsFrom } of snapshot?.sessions ?? []) {
    names.push({ kind: 'user', value: user });
    if (name !== undefined) names.push({ kind: 'session', value: name });
    for (const host of [from, ...(remoteClientsFrom ?? [])]) if (host) names.push({ kind: 'host', value: host });
  }
  for (const { account } of snapshot?.credentials ?? []) if (account) names.push({ kind: 'account', value: account });
  for (const { account, folder } of snapshot?.claudeCode?.processes ?? []) {
    if (account) names.push({ kind: 'account', value: account });
    if (folder) names.push({ kind: 'folder', value: folder });
  }
  return names;
};

/** The monitor's state, field by field. */
export const diagnosticState = (state: MonitorState, redaction: Redaction): object => {
  const { snapshot, pending, notice, freshLoginTest, desktopTmux, shellHelpers, wokeAt } = state;
  const { text } = redaction;
  return {
    ...(snapshot === null ? { snapshot: null } : { snapshot: diagnosticSnapshot(snapshot, redaction) }),
    pending: pending.map(({ kind, phase, startedAt }) => ({ kind, phase, startedAt })),
    notice: notice && { kind: notice.kind, code: notice.code, sentence: text(notice.sentence), at: notice.at },
    freshLoginTest: freshLoginTest && { ...freshLoginTest, reason: text(freshLoginTest.reason) },
    desktopTmux: desktopTmux && {
      state: desktopTmux.state,
      reason: text(desktopTmux.reason),
      atLogin: desktopTmux.launchAgent.installed,
    },
    shellHelpers:
      shellHelpers?.map((helper) =>
        helper.kind === 'plan'
          ? { shell: helper.plan.shell, file: text(helper.plan.file), isInstalled: helper.plan.isInstalled }
          : { shell: helper.shell, refused: text(helper.reason) },
      ) ?? null,
    wokeAt,
  };
};

const diagnosticSnapshot = (snapshot: Snapshot, redaction: Redaction): object => {
  const { takenAt, host, keychains, remoteAccess, sessions, credentials, claudeCode, warnings, hold } = snapshot;
  const { unread = [] } = snapshot;
  const { afterRestart, ...access } = remoteAccess;
  return {
    takenAt,
    host,
    keychains: keychains.map((keychain) => keychainOf(keychain, redaction)),
    remoteAccess: { ...access, ...(afterRestart ? { afterRestart: afterRestart.kind } : {}) },
    sessions: sessions.map((session) => sessionOf(session, redaction)),
    credentials: credentials
      .filter(({ installed }) => installed)
      .map((credential) => credentialOf(credential, redaction)),
    notInstalled: credentials.filter(({ installed }) => !installed).map(({ tool }) => tool),
    ...(claudeCode ? { claudeCode: diagnosticClaudeCode(claudeCode, redaction) } : {}),
    warnings: warnings.map((warning) => warningOf(warning, redaction)),
    hold: diagnosticHold(hold, redaction),
    unread: unread.map(({ part, tool, since, lastReadAt, reason }) => ({
      part,
      tool,
      since,
      lastReadAt,
      reason: redaction.text(reason),
    })),
  };
};

const keychainOf = ({ path, isLogin, isDefault, lock, autoLock, forecast }: Keychain, { text }: Redaction): object => ({
  path: text(path),
  isLogin,
  isDefault,
  lock: lock.state === 'unknown' ? { ...lock, reason: text(lock.reason) } : lock,
  autoLock: autoLock.source === 'unknown' ? { ...autoLock, reason: text(autoLock.reason) } : autoLock,
  forecast: forecastOf(forecast, text),
});

const forecastOf = (forecast: Forecast, text: Redaction['text']): object => {
  if (forecast.kind !== 'hold-end') return { ...forecast, reason: text(forecast.reason) };
  const { afterwards, ...held } = forecast;
  return { ...held, reason: text(held.reason), afterwards: forecastOf(afterwards, text) };
};

const sessionOf = (session: RemoteSession, { name, text }: Redaction): object => {
  const { kind, user, tty, from, startedAt, bornIn, sees, basis, measuredAt, reason, verdict, help } = session;
  const { attachedClients, remoteClients, remoteClientsFrom, exportedVariables } = session;
  return {
    kind,
    ...(session.name === undefined ? {} : { name: name('session', session.name) }),
    user: name('user', user),
    ...(from === undefined ? {} : { from: name('host', from) }),
    tty,
    startedAt,
    bornIn,
    sees,
    basis,
    measuredAt,
    reason: text(reason),
    ...(verdict === undefined ? {} : { verdict: text(verdict) }),
    help: help?.kind,
    attachedClients,
    remoteClients,
    exportedVariables,
    ...(session.unread ? { unreadAsOf: session.unread.asOf } : {}),
    ...(remoteClientsFrom ? { remoteClientsFrom: remoteClientsFrom.map((host) => name('host', host)) } : {}),
  };
};

const credentialOf = (credential: Credential, { name, text }: Redaction): object => {
  const { tool, account, store, overSsh, reason, status, expiry, symptom } = credential;
  return {
    tool,
    ...(account === undefined ? {} : { account: name('account', account) }),
    store,
    overSsh,
    status,
    expiry,
    reason: text(reason),
    ...(symptom === undefined ? {} : { symptom: text(symptom) }),
    ...(credential.unread ? { unreadAsOf: credential.unread.asOf } : {}),
  };
};

const warningOf = ({ code, severity, title, detail, actions }: Warning, { text }: Redaction): object => ({
  code,
  severity,
  title: text(title),
  detail: text(detail),
  actions: actions.map(({ kind }) => kind),
});
