import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { securitySessionVariable } from './audit-session';
import { record } from './ledger';
import { desktopSession, type Mac } from './mac';
import { replaceFile, statePath } from './mac-files';
import { processEnvironment } from './session-environment';
import { launchdCoalition } from './started-tmux';
import { asCaller, type Caller } from './tool-call';

/** A LaunchAgent as far as launchd's simulation understands one. */
export interface LaunchAgent {
  readonly label: string;
  readonly programArguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly runAtLoad: boolean;
  /** The kind of session that it is limited to; null: none. */
  readonly sessionType: string | null;
}

/** errno, as `launchctl` prints and returns it. */
export type LoadProblem = 'input-output-error' | 'bad-permissions' | 'wrong-session-type';

const jobFile = (root: string, label: string): string =>
  statePath(root, `launchd/${label.replaceAll('%', '%25').replaceAll('/', '%2F')}.json`);

export const loadedJob = (root: string, label: string): LaunchAgent | null =>
  existsSync(jobFile(root, label)) ? (JSON.parse(readFileSync(jobFile(root, label), 'utf8')) as LaunchAgent) : null;

/** Loads a LaunchAgent into the desktop session's domain, and starts it if it wants to run then. */
export const loadJob = (mac: Mac, path: string, caller: Caller): LaunchAgent | LoadProblem => {
  const agent = readAgent(mac.root + path);
  if (agent === null || loadedJob(mac.root, agent.label)) return 'input-output-error';
  if ((statSync(mac.root + path).mode & 0o022) !== 0) return 'bad-permissions';
  if (agent.sessionType !== null && agent.sessionType !== 'Aqua') return 'wrong-session-type';
  replaceFile(jobFile(mac.root, agent.label), JSON.stringify(agent));
  if (agent.runAtLoad) startJob(mac, agent, caller);
  return agent;
};

/** The user's LaunchAgents that are there before the story begins are loaded; what they have started is for the scenario to say. */
export const loadJobsAtStart = (mac: Mac): void => {
  const { files, user, sessions } = mac.plan;
  if (!sessions.some(({ kind, isListed }) => kind === 'desktop' && isListed)) return;
  for (const { path } of files) {
    const isAgent = path.startsWith(`${user.home}/Library/LaunchAgents/`) && path.endsWith('.plist');
    const agent = isAgent ? readAgent(mac.root + path) : null;
    if (agent) replaceFile(jobFile(mac.root, agent.label), JSON.stringify(agent));
  }
};

export const unloadJob = (root: string, label: string): void => rmSync(jobFile(root, label), { force: true });

/** Starts it in the desktop session, wherever the one who asked for it is, and does not wait for it. */
export const startJob = (mac: Mac, { label, programArguments, environment }: LaunchAgent, caller: Caller): void => {
  const session = desktopSession(mac.plan).id;
  const [program = '', ...args] = programArguments;
  const own = {
    ...securitySessionVariable(mac.plan),
    ...mac.plan.environment,
    ...environment,
    LATCHKEY_SIMULATED_COALITION: launchdCoalition,
  };
  record(mac, 'job-started', { session, keychain: '', by: `launchd ${label}` });
  const child = spawn(mac.root + program, args, {
    cwd: '/',
    ...asCaller(caller),
    env: processEnvironment(mac.root, mac.plan, { PATH: '/usr/bin:/bin:/usr/sbin:/sbin' }, session, own),
    stdio: 'ignore',
    detached: true,
  });
  child.on('error', () => undefined); // launchd would log it; the job has no process then
  child.unref();
};

export const readAgent = (file: string): LaunchAgent | null => {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const label = stringAfter(text, 'Label');
  if (label === null) return null;
  return {
    label,
    programArguments: stringsIn(sectionAfter(text, 'ProgramArguments', 'array')),
    environment: pairsIn(sectionAfter(text, 'EnvironmentVariables', 'dict')),
    runAtLoad: /<key>RunAtLoad<\/key>\s*<true\/>/.test(text),
    sessionType: stringAfter(text, 'LimitLoadToSessionType'),
  };
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const textOf = (xml: string): string =>
  xml.replace(/&(?:#(\d+)|(\w+));/g, (whole, number: string | undefined, name: string | undefined) =>
    number ? String.fromCodePoint(Number(number)) : (entities[name ?? ''] ?? whole),
  );

const stringAfter = (xml: string, key: string): string | null => {
  const found = new RegExp(`<key>${key}</key>\\s*<string>([^<]*)</string>`).exec(xml)?.[1];
  return found === undefined ? null : textOf(found);
};

const sectionAfter = (xml: string, key: string, element: string): string =>
  new RegExp(`<key>${key}</key>\\s*<${element}>(.*?)</${element}>`, 's').exec(xml)?.[1] ?? '';

const stringsIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<string>([^<]*)<\/string>/g)].map(([, text = '']) => textOf(text));

const pairsIn = (xml: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...xml.matchAll(/<key>([^<]*)<\/key>\s*<string>([^<]*)<\/string>/g)].map(([, name = '', value = '']) => [
      textOf(name),
      textOf(value),
    ]),
  );
