import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Answers } from '../../electron/cli/text/answers';
import { verbs } from '../../electron/cli/verbs/verb-table';
import type { SimulatedMac } from '../simulator/simulated-mac';
import { publishedSchemas, readAnswer } from './answer-schema';
import { startAppWithoutWindows } from './app-double';
import { createDeskMac } from './desk-mac';
import { deskScenario, loginPath, withGhLogin } from './desk-scenario';
import { runLatchkey, startLatchkey } from './run-latchkey';
import { type Typing, transcriptOf } from './transcript';

const sessions = [
  { id: 'desk', kind: 'desktop', unlocked: [loginPath] },
  { id: 'login-1', kind: 'ssh', tty: 'ttys004', from: '10.0.0.2' },
] as const;
const overSsh = { session: 'login-1' } as const;

const createMac = () =>
  createDeskMac(withGhLogin(deskScenario(true, { remoteLogin: true, sessions, hostName: 'alices-mac.local' })), {
    isFrozen: true,
  });

/** A `gh` on the PATH of every shell, in the place of GitHub's. */
const withGh = (mac: SimulatedMac): Pick<SimulatedMac, 'environment'> => {
  const folder = `${mac.root}/Users/alice/.local/bin`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/gh`, '#!/bin/sh\necho "no pull requests match your search"\n');
  chmodSync(`${folder}/gh`, 0o755);
  return {
    environment: (session) => {
      const environment = mac.environment(session);
      return { ...environment, PATH: `${environment.PATH}:${folder}` };
    },
  };
};

const answerDialog = async (mac: SimulatedMac): Promise<void> => {
  await mac.dialogs.waitForOne();
  mac.dialogs.answer();
};

it('every command, tried as a new user would, says what docs/every-command.md shows', async (context) => {
  if (process.env.LATCHKEY_PACKAGED_COMMAND) context.skip('the page is of the command in a checkout');
  const mac = await createMac();
  const { types, says, isOn } = transcriptOf(withGh(mac));
  const app = await startAppWithoutWindows(mac);
  const typed = new Set<string>();
  const endsWith = async (code: number, lines: readonly string[], typing?: Typing) => {
    for (const line of lines) {
      if (code !== 64) typed.add(line.split(' ')[0] ?? '');
      expect(await types(`latchkey ${line}`, typing), line).toBe(code);
    }
  };

  says('# At the desktop, where Latchkey’s app is open.');
  await endsWith(0, ['status', 'help hold', 'lock']);
  says('# The password is typed into the system’s own dialog.');
  await endsWith(0, ['unlock'], { during: () => answerDialog(mac) });
  await endsWith(0, ['set --timeout 1h30m --lock-on-sleep off', 'undo']);
  says('# What is refused, or would only repeat itself, ends with 1.');
  await endsWith(1, ['undo']);
  await endsWith(0, ['hold 2h', 'hold', 'hold --end', 'run -- gh pr list', 'shell show zsh', 'tmux']);
  await endsWith(1, ['test-login', 'install']);
  await endsWith(1, ['doctor gh'], { mostLines: 25 });
  says('# Ctrl-C ends it.');
  await endsWith(1, ['watch'], {
    during: async ({ child, stdout }) => {
      await expect.poll(stdout).toContain('Warnings');
      child.kill('SIGINT');
    },
  });
  says('# What is not understood ends with 64, and nothing is done.');
  await endsWith(64, [
    'frobnicate',
    'hold 25',
    'set --timeout 7200',
    'status --jsno',
    'lock --keychain build',
    'run gh',
  ]);
  says('# What could not be done ends with 70: here the system’s library does not load.');
  mac.setFaults([{ tool: 'Security.framework' }]);
  // The reason is in the words of this system's loader.
  await endsWith(70, ['check-apps'], { hidden: /(?<=process: ).*(?= Without)/ });
  mac.setFaults([]);
  says('# In an SSH login, from a program that has no terminal.');
  await endsWith(1, ['status', 'unlock', 'set --timeout 1h', 'run -- gh pr list'], overSsh);
  says('# The app is quit.');
  await app.quit();
  await endsWith(0, ['history', 'uninstall']);
  await endsWith(0, ['completions fish'], { mostLines: 4 });

  expect([...typed].sort()).toEqual(Object.keys(verbs).sort());
  isOn('docs/every-command.md');
});

/** What the tests of these commands compare with their schemas. */
const elsewhere = ['check-apps', 'doctor', 'history', 'install', 'status', 'watch'] as const;

it('what every command prints with --json is what its schema in docs/schema says', async () => {
  const mac = await createMac();
  const seen = new Set<string>();
  const prints = async <Verb extends keyof Answers>(
    verb: Verb,
    words: readonly string[] = [],
    { session, during }: Pick<Typing, 'session' | 'during'> = {},
  ): Promise<Answers[Verb]> => {
    const running = startLatchkey(mac, [verb, ...words, '--json'], session);
    await during?.(running);
    seen.add(verb);
    return readAnswer(verb, (await running.ended).stdout);
  };

  const shown = { schemaVersion: 1, keychainPath: loginPath, session: 'desktop' } as const;
  const done = { ...shown, outcome: 'done', code: 'done' } as const;
  expect(await prints('lock')).toEqual({ ...done, sentence: 'Locked in this desktop session.' });
  expect(await prints('unlock', [], { during: () => answerDialog(mac) })).toMatchObject(done);
  const before = { lockOnSleep: true, idleTimeoutSeconds: 300 };
  const now = { lockOnSleep: true, idleTimeoutSeconds: 5400 };
  expect(await prints('set', ['--timeout', '1h30m'])).toMatchObject({ ...done, before, now });
  expect(await prints('undo')).toMatchObject({ ...done, before: now, now: before });
  expect(await prints('undo')).toMatchObject({ ...shown, outcome: 'refused', code: 'nothing-to-undo' });
  const command = `security unlock-keychain ${loginPath}`;
  const here = { session: 'this-ssh-login', outcome: 'refused', code: 'wrong-session', command } as const;
  expect(await prints('unlock', [], { session: 'login-1' })).toMatchObject(here);
  expect(await prints('test-login')).toMatchObject({ sees: 'locked' });
  expect(await prints('shell', ['install', 'zsh'])).toMatchObject({ shell: 'zsh', isInstalled: true });
  expect(await prints('tmux')).toMatchObject({ state: 'running', launchAgent: { installed: false } });
  await startAppWithoutWindows(mac);
  expect(await runLatchkey(mac, ['hold', '2h'])).toMatchObject({ code: 0 });
  expect(await prints('hold')).toMatchObject({ schemaVersion: 1, state: 'on', owner: 'app' });
  const { parts } = await prints('uninstall');
  expect(parts.map(({ part, outcome }) => `${part} ${outcome.kind}`)).toEqual([
    'hold removed',
    'shell-lines removed',
    'support-folder kept',
  ]);

  expect([...seen, ...elsewhere].sort()).toEqual(publishedSchemas());
});
