import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished } from 'vitest';
import type { Credential } from '../../electron/core/words/credential';
import type { CredentialTool, ToolContext } from '../../electron/tools/common/credential-tool';
import { createItemLookup } from '../../electron/tools/common/item-lookup';
import type { Scenario } from '../simulator/parsing/scenario';
import { loginKeychain, macWithDoors } from '../system/simulated-doors';
import { createFakeInternet, type FakeSites } from './fake-internet';
import { type ProgramOptions, type ProgramRun, relayPort, runProgram } from './run-program';

/** Stands for every secret that a program is given. */
export const canary = 'CANARY-secret-0123456789abcdef';

type RunOptions = Pick<ProgramOptions, 'input' | 'converse'> & {
  /** Beside that which every program is given. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The caller looks at what it has printed. */
  readonly mayFail?: boolean;
};

export interface WrittenMac {
  /** The home folder as it is on disk; programs write straight into it. */
  readonly home: string;
  /** Runs a program in that home, without a network but for the given sites, and expects it to succeed. */
  run(command: readonly string[], options?: RunOptions): Promise<ProgramRun>;
  /** Looks at the present moment, and proves that no secret came along, nothing was decrypted and nobody was asked. */
  look(now?: number): Promise<readonly Credential[]>;
}

beforeEach((context) => {
  // There they would also write into the keychain of whoever runs the tests.
  if (process.platform !== 'linux') context.skip('The real programs write their configuration on Linux only.');
});

/** A simulated Mac whose files a tool's own program is about to write, until the test ends. Its keychain is empty and locked. */
export const writtenMac = async (
  create: (context: ToolContext) => CredentialTool,
  { sites = {}, ...scenario }: Pick<Scenario, 'files' | 'environment'> & { readonly sites?: FakeSites } = {},
): Promise<WrittenMac> => {
  const { mac, doors: openDoors } = await macWithDoors({
    now: new Date().toISOString(),
    user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
    keychains: [{ path: loginKeychain, password: 'p', isLogin: true, isDefault: true, items: [] }],
    sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [] }],
    ...scenario,
  });
  const home = `${mac.root}/Users/alice`;
  mkdirSync(`${home}/.temporary`, { recursive: true });
  const internet = await createFakeInternet(sites);
  onTestFinished(async () => {
    await internet.close();
    await mac.dispose();
  });
  const doors = openDoors();
  const tool = create({ doors, items: createItemLookup(doors) });
  return {
    home,
    run: async (command, { environment: own = {}, mayFail = false, ...options } = {}) => {
      const whole = { ...programEnvironment(home, internet.authorityPath), ...own };
      const run = await runProgram(command, { ...options, environment: whole, folder: home, ...internet });
      const told = `${command.join(' ')}\n${run.output}\nNot answered: ${internet.unanswered.join(', ')}`;
      if (!mayFail) expect(run.exitCode, told).toBe(0);
      return run;
    },
    look: async (now = Date.now()) => {
      const credentials = (await tool.look())(now);
      const isStored = credentials.some(({ store, status }) => store === 'file' && status !== 'signed-out');
      if (isStored) expect(isSecretStoredIn(home)).toBe(true);
      expect(JSON.stringify(credentials)).not.toContain(canary);
      expect(mac.ledger().filter(({ kind }) => kind === 'dialog' || kind === 'decrypt')).toEqual([]);
      return credentials;
    },
  };
};

/** Without it, that no secret comes along would prove nothing. Docker stores it together with the user's name. */
const isSecretStoredIn = (home: string): boolean => {
  const forms = [canary, Buffer.from(`alice:${canary}`).toString('base64')];
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('.cache/') && statSync(join(home, path)).isFile())
    .some((path) => forms.some((form) => readFileSync(join(home, path), 'utf8').includes(form)));
};

const programEnvironment = (home: string, authorityPath: string): Readonly<Record<string, string>> => {
  const proxy = `http://127.0.0.1:${relayPort}`;
  return {
    HOME: home,
    PATH: '/usr/bin:/bin',
    TMPDIR: `${home}/.temporary`,
    LANG: 'C.UTF-8',
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
    http_proxy: proxy,
    https_proxy: proxy,
    // Node, Go, Python's requests, the AWS CLI, npm: each has its own name for it.
    NODE_EXTRA_CA_CERTS: authorityPath,
    SSL_CERT_FILE: authorityPath,
    REQUESTS_CA_BUNDLE: authorityPath,
    AWS_CA_BUNDLE: authorityPath,
    NPM_CONFIG_CAFILE: authorityPath,
    // Not what this machine's npm has been told.
    NPM_CONFIG_GLOBALCONFIG: `${home}/no-global-npmrc`,
    DO_NOT_TRACK: '1',
    NO_UPDATE_NOTIFIER: '1',
  };
};
