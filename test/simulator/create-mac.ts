import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { auditSession, initialSessionId, sharedSessionKey } from './audit-session';
import { writeClock } from './clock';
import { installFramework, installTools } from './install-tools';
import { addKeychain, writePreferences } from './keychain-store';
import { loadJobsAtStart } from './launchd';
import { ledgerFile } from './ledger';
import { desktopSession, type Mac, openMac } from './mac';
import { asFileName, lockStatePath, replaceFile, statePath } from './mac-files';
import type { MacPlan, PlannedFile } from './mac-plan';
import { parseScenario } from './parsing/parse-scenario';
import type { Scenario } from './parsing/scenario';
import { toolCommand, writeToolCommand } from './tool-command';
import { makeSockets, removeSockets } from './unix-sockets';

export interface CreationOptions {
  /** An existing, empty folder. */
  readonly root: string;
  /** The file that the executables run: the built `tool.cjs`. */
  readonly toolFile: string;
  /** Default: the Node that this process runs on. */
  readonly nodeExecutable?: string;
  /** Whether its executables start its model where nobody keeps one. Default: no, a test keeps it. */
  readonly startsModel?: boolean;
  /** `node`: as where there is no compiler. Default: the small native executables, where there are. */
  readonly executables?: 'native' | 'node';
  /** Let the clock stand from the start. Default: it ticks. */
  readonly isFrozen?: boolean;
}

/**
 * Builds a simulated Mac in a folder.
 *
 * @throws Error with a sentence for a person when the scenario is not one
 */
export const createMac = (scenario: unknown, options: CreationOptions): Mac => {
  const root = realpathSync(options.root);
  if (root.includes(':')) throw new Error(`A simulated Mac cannot lie in a folder with ":" in its path: ${root}`);
  const realMs = Date.now();
  const plan = planOf(scenario, realMs);
  makeFolders(root, plan);
  writeClock(root, { simulatedMs: plan.nowMs, realMs: options.isFrozen ? null : realMs });
  writeFileSync(ledgerFile(root), '');
  const { toolFile, nodeExecutable = process.execPath } = options;
  writeToolCommand(root, { toolFile, nodeExecutable }, options.startsModel ?? false);
  writePlan(root, scenario, plan);
  const mac = openMac(root);
  for (const keychain of plan.keychains) addKeychain(mac, keychain);
  writePreferences(root, {
    searchList: plan.keychains.map(({ path }) => path),
    standard: plan.keychains.find(({ isDefault }) => isDefault)?.path ?? null,
    login: plan.keychains.find(({ isLogin }) => isLogin)?.path ?? null,
  });
  for (const file of plan.files) writeScenarioFile(root, file);
  unlockAtStart(mac, () => true);
  loadJobsAtStart(mac);
  installTools(root, { toolFile, nodeExecutable }, options.executables ?? 'native');
  installFramework(root, toolFile, plan.faults);
  makeSockets(root, plan.tmux);
  return mac;
};

/**
 * Changes a running Mac: the members of `patch` replace those of the scenario. Sessions and keychains that were not there
 * come as the scenario says; what is there keeps its lock state.
 *
 * @throws Error with a sentence for a person when the scenario is none any more
 */
export const updateMac = (mac: Mac, patch: Partial<Scenario>): Mac => {
  const scenario = { ...scenarioOf(mac), ...patch };
  const plan = planOf({ ...scenario, now: mac.plan.nowMs }, mac.plan.nowMs);
  writePlan(mac.root, scenario, plan);
  const updated = openMac(mac.root);
  const had = new Set(mac.plan.keychains.map(({ path }) => path));
  for (const keychain of plan.keychains) if (patch.keychains || !had.has(keychain.path)) addKeychain(updated, keychain);
  if (patch.files) for (const file of plan.files) writeScenarioFile(mac.root, file);
  const sessionIds = new Set(mac.plan.sessions.map(({ id }) => id));
  if (patch.faults) rmSync(statePath(mac.root, 'faults-met'), { recursive: true, force: true });
  unlockAtStart(updated, (session) => !sessionIds.has(session));
  installFramework(mac.root, toolCommand(mac.root).toolFile, plan.faults);
  removeSockets(mac.root, mac.plan.tmux);
  makeSockets(mac.root, updated.plan.tmux);
  return updated;
};

/** As it was written down, with every change since. */
export const scenarioOf = ({ root }: Mac): Scenario =>
  JSON.parse(readFileSync(statePath(root, 'scenario.json'), 'utf8')) as Scenario;

const planOf = (scenario: unknown, realNowMs: number): MacPlan => {
  const parsed = parseScenario(scenario, realNowMs);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.plan;
};

const makeFolders = (root: string, plan: MacPlan): void => {
  const home = plan.user.home;
  for (const folder of [
    ...['/private/tmp', '/private/var/securityd', '/private/etc', '/Library/Preferences', '/Library/Keychains'],
    ...[`${home}/Library/Keychains`, `${home}/Library/Preferences`, `${home}/Library/Application Support`],
  ]) {
    mkdirSync(root + folder, { recursive: true });
  }
  for (const folder of ['dialogs', 'faults-met', 'items', 'passwords', 'sessions'])
    mkdirSync(statePath(root, folder), { recursive: true });
  for (const id of sessionIds(plan))
    mkdirSync(dirname(lockStatePath(root, auditSession(plan, id).key, '-')), { recursive: true });
};

/** The small files beside mac.json say, for the C stub, what it would have to parse JSON for. */
const writePlan = (root: string, scenario: unknown, plan: MacPlan): void => {
  replaceFile(statePath(root, 'scenario.json'), JSON.stringify(scenario));
  replaceFile(statePath(root, 'mac.json'), JSON.stringify(plan));
  replaceFile(statePath(root, 'desktop-session'), desktopSession(plan).id);
  for (const id of sessionIds(plan)) {
    const { kind, number, bits, key } = auditSession(plan, id);
    replaceFile(statePath(root, `sessions/${asFileName(id)}`), `${kind} ${number} ${bits} ${key}`);
  }
  replaceFile(statePath(root, 'shared-ssh-session'), plan.sshLoginsShareSession ? sharedSessionKey(plan) : '');
  writeLoginRecords(root, plan);
};

/** What `who` reads: written to when somebody logs in on a terminal or out, and else left alone. */
const writeLoginRecords = (root: string, plan: MacPlan): void => {
  const path = `${root}/var/run/utmpx`;
  const onTerminals = plan.sessions.filter(({ kind, tty, isListed }) => (kind === 'desktop' ? isListed : tty !== null));
  const records = JSON.stringify(onTerminals.map(({ id, tty, from, startedAtMs }) => [id, tty, from, startedAtMs]));
  if (!existsSync(path) || readFileSync(path, 'utf8') !== records) replaceFile(path, records);
};

const sessionIds = ({ sessions }: MacPlan): readonly string[] => [
  ...new Set([...sessions.map(({ id }) => id), initialSessionId]),
];

const writeScenarioFile = (root: string, { path, text, modifiedAtMs }: PlannedFile): void => {
  const isPrivate = path.split('/').some((part) => part.startsWith('.'));
  replaceFile(root + path, text, { mode: isPrivate ? 0o600 : 0o644, modifiedAtMs });
};

/** No unlock of ours is in the ledger: it happened before the story begins. */
const unlockAtStart = (mac: Mac, isMeant: (sessionId: string) => boolean): void => {
  for (const session of mac.plan.sessions.filter(({ id }) => isMeant(id))) {
    for (const path of session.unlocked) {
      const keychain = mac.plan.keychains.find((candidate) => candidate.path === path);
      const state = `unlocked ${mac.now()} ${keychain?.idleTimeoutSeconds ?? -1} ${keychain?.lockOnSleep ? 1 : 0}\n`;
      replaceFile(lockStatePath(mac.root, auditSession(mac.plan, session.id).key, path), state);
    }
  }
};
