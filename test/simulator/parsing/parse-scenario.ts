import { absolutePath } from '../mac-path';
import type { MacPlan, PlannedFile, PowerSettings } from '../mac-plan';
import { parseFaults } from './parse-faults';
import { parseJobs } from './parse-jobs';
import { parseKeychains } from './parse-keychains';
import { parseProcesses, parseTmuxServers } from './parse-processes';
import { parseSessions } from './parse-sessions';
import { withRelativeTimes } from './relative-time';
import { Field, ScenarioError } from './scenario-field';

const dayMs = 86_400_000;

/** What reading a scenario came to; `reason` is a sentence that names the place. */
export type ParsedScenario =
  | { readonly ok: true; readonly plan: MacPlan }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads a scenario and fills in what it leaves out. Members that it does not know are left alone; a value that cannot be
 * right is refused.
 *
 * @param realNowMs milliseconds since 1970: the Mac's time where the scenario has no `now`
 */
export const parseScenario = (scenario: unknown, realNowMs: number): ParsedScenario => {
  try {
    return { ok: true, plan: parse(new Field(scenario, ''), realNowMs) };
  } catch (error) {
    if (error instanceof ScenarioError) return { ok: false, reason: `${error.message}.` };
    throw error;
  }
};

const parse = (root: Field, realNowMs: number): MacPlan => {
  const nowMs = root.member('now').time(realNowMs, realNowMs);
  const user = parseUser(root.member('user'));
  const keychains = parseKeychains(root.member('keychains'), {
    nowMs,
    home: user.home,
    userName: user.name,
    userPassword: user.password,
  });
  const sessions = parseSessions(root.member('sessions'), { nowMs, home: user.home, keychains });
  const environment = Object.fromEntries(
    root
      .member('environment')
      .members()
      .map(([name, value]) => [name, value.word()]),
  );
  const processes = parseProcesses(root.member('processes'), { nowMs, user, sessions, environment });
  return {
    nowMs,
    bootedAtMs: root.member('bootedAt').time(nowMs, nowMs - dayMs),
    macosVersion: root.member('macosVersion').text('26.1'),
    hostName: root.member('hostName').text('simulated-mac.local'),
    user,
    keychains,
    sessions,
    processes,
    tmux: parseTmuxServers(root.member('tmux'), { nowMs, user, sessions, environment }, processes),
    jobs: parseJobs(root.member('jobs'), user.home),
    files: parseFiles(root, user.home, nowMs),
    environment,
    sshLoginsShareSession: root.member('sshLoginsShareSession').yesOrNo(false),
    remoteLogin: root.member('remoteLogin').yesOrNo(sessions.some(({ kind }) => kind === 'ssh')),
    screenSharing: root.member('screenSharing').yesOrNo(false),
    autoLoginUser: root.member('autoLoginUser').textOrNull(),
    fileVault: root.member('fileVault').yesOrNo(false),
    power: parsePower(root.member('pmset')),
    systemProxy: root.member('systemProxy').isMissing ? {} : sectionOf(root.member('systemProxy')),
    faults: parseFaults(root.member('faults')),
  };
};

const parseUser = (user: Field): MacPlan['user'] => {
  const name = user.member('name').text();
  if (name === '' || name.includes('/')) return user.member('name').complain('must be a short user name');
  const home = user.member('home').isMissing ? `/Users/${name}` : absolutePath(user.member('home'), '/');
  return { name, uid: user.member('uid').wholeNumber(0, 501), home, password: user.member('password').text('') };
};

const parseFiles = (root: Field, home: string, nowMs: number): readonly PlannedFile[] => {
  const times = new Map(
    root
      .member('fileTimes')
      .members()
      .map(([path, time]) => [absolutePath(new Field(path, time.place), home), time.time(nowMs, nowMs)]),
  );
  return root
    .member('files')
    .members()
    .map(([name, content]) => {
      const path = absolutePath(new Field(name, content.place), home);
      const text =
        typeof content.value === 'string'
          ? content.value
          : `${JSON.stringify(withRelativeTimes(content.value, nowMs), null, 2)}\n`;
      return { path, text, modifiedAtMs: times.get(path) ?? nowMs };
    });
};

const sectionOf = (field: Field): Readonly<Record<string, string>> =>
  Object.fromEntries(
    field
      .members()
      .filter(([, value]) => ['number', 'string'].includes(typeof value.value))
      .map(([name, value]) => [name, String(value.value)]),
  );

/** `pmset` names the settings in force; `ac` and `battery` inside it tell the two apart, `source` which is in use. */
const parsePower = (pmset: Field): PowerSettings => {
  const common = { displaysleep: '10', disksleep: '10', sleep: '1', ...(pmset.isMissing ? {} : sectionOf(pmset)) };
  const { source: _source, batteryPercent: _percent, ...settings } = { source: '', batteryPercent: '', ...common };
  if (pmset.isMissing) return { source: 'AC', batteryPercent: 100, onAc: settings, onBattery: settings };
  return {
    source: pmset.member('source').isMissing ? 'AC' : pmset.member('source').oneOf(['AC', 'Battery']),
    batteryPercent: pmset.member('batteryPercent').wholeNumber(0, 100),
    onAc: { ...settings, ...sectionOf(pmset.member('ac')) },
    onBattery: { ...settings, ...sectionOf(pmset.member('battery')) },
  };
};
