import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../electron/cli/text/answers';
import { openTerminal } from '../../shell-helper/terminal';
import { childrenOf, isAlive } from '../../simulator/child-processes';
import type { Scenario } from '../../simulator/parsing/scenario';
import { secretsIn } from '../../tools/canaries';
import { manyLogins } from '../../tools/many-logins';
import { patience } from '../../vitest/patience';
import { readAnswer } from '../answer-schema';
import { createDeskMac } from '../desk-mac';
import { deskScenario, loginPath } from '../desk-scenario';
import { latchkeyCommand, runLatchkey, startLatchkey } from '../run-latchkey';

const clearLine = '\r\u001B[K';

/** A GitHub login in the login keychain. */
const ghScenario = (isUnlocked: boolean, changes: Partial<Scenario> = {}): Scenario => {
  const scenario = deskScenario(isUnlocked, changes);
  const [keychain] = scenario.keychains ?? [];
  if (!keychain) throw new Error('the desk has a keychain');
  const item = { class: 'genp', service: 'gh:github.com', account: 'octocat', data: 'CANARY-token' } as const;
  return {
    ...scenario,
    keychains: [{ ...keychain, lockOnSleep: false, idleTimeoutSeconds: null, items: [item] }],
    files: { '~/.config/gh/hosts.yml': 'github.com:\n    user: octocat\n    users:\n        octocat:\n' },
  };
};

const doctor = async (
  scenario: Scenario,
  words: readonly string[] = [],
  input?: string,
): Promise<{ readonly code: number | null; readonly report: Answers['doctor']; readonly stderr: string }> => {
  const mac = await createDeskMac(scenario);
  const { code, stdout, stderr } = await runLatchkey(mac, ['doctor', '--json', ...words], undefined, input);
  return { code, stderr, report: readAnswer('doctor', stdout) };
};

const causesOf = ({ report }: { readonly report: Answers['doctor'] }): readonly string[] =>
  report.diagnosis.causes.map(({ id }) => id);

/** Stands in what is pasted, and nowhere else. */
const canary = 'PASTED-q7Vn2Kd';

describe('latchkey doctor --json', () => {
  it('prints a report that fits its schema and ends with 1 where there is a cause', async () => {
    const found = await doctor(ghScenario(false), ['gh']);
    expect(found.code).toBe(1);
    expect(causesOf(found)[0]).toBe('desktop-locked');
    expect(found.report.diagnosis).toMatchObject({ tool: 'gh', symptom: null, message: null });
    expect(found.report.checks[0]).toMatchObject({ id: 'keychain-lock', result: 'problem' });
    expect(found.stderr).toBe('');
  });

  it('ends with 0 where nothing is found', async () => {
    const found = await doctor(ghScenario(true), ['gh']);
    expect({ code: found.code, first: causesOf(found)[0] }).toEqual({ code: 0, first: 'unexplained' });
  });

  it('ends with 70 where nothing is found because nothing could be seen', async () => {
    const faults = [
      { tool: 'Security.framework', exit: 1 },
      { tool: 'osascript', exit: 1 },
      { tool: 'security', exit: 1 },
    ];
    const found = await doctor(ghScenario(true, { faults }), ['gh']);
    expect({ code: found.code, first: causesOf(found)[0] }).toEqual({ code: 70, first: 'unexplained' });
  });

  it('goes by a symptom', async () => {
    const { report } = await doctor(ghScenario(true, { remoteLogin: true }), ['--symptom', 'not-over-ssh', 'gh']);
    expect(report.diagnosis.symptom).toEqual({ id: 'not-over-ssh', title: 'Works locally, not over SSH' });
    expect(report.diagnosis.causes[0]?.id).toBe('next-login-locked');
  });

  it('speaks of the SSH login in which it runs', async () => {
    const sessions = [
      { id: 'desk', kind: 'desktop', unlocked: [loginPath] },
      { id: 'login-1', kind: 'ssh', tty: 'ttys004', from: '10.0.0.2' },
    ] as const;
    const mac = await createDeskMac(ghScenario(true, { sessions, remoteLogin: true }));
    const { stdout } = await runLatchkey(mac, ['doctor', '--json', 'gh'], 'login-1');
    const { diagnosis } = readAnswer('doctor', stdout);
    expect(diagnosis.causes[0]?.id).toBe('ssh-login-locked');
    expect(diagnosis.causes[0]?.cures[0]?.action).toEqual({
      kind: 'copy-command',
      command: `security unlock-keychain ${loginPath}`,
    });
  });

  it('tells no secret of any tool, asks nobody and decrypts nothing', async () => {
    const mac = await createDeskMac(manyLogins);
    const { stdout, stderr, code } = await runLatchkey(mac, ['doctor', '--json']);
    expect(code).toBe(1);
    readAnswer('doctor', stdout);
    expect(secretsIn(stdout + stderr)).toEqual([]);
    expect(mac.ledger()).toEqual([]);
    const text = await runLatchkey(mac, ['doctor']);
    expect(secretsIn(text.stdout + text.stderr)).toEqual([]);
  });

  it('names a variable that overrules the login, and not its value', async () => {
    const scenario = { ...manyLogins, environment: { ANTHROPIC_API_KEY: `${canary}-key` } };
    const { report } = await doctor(scenario, ['claude-code']);
    expect(JSON.stringify(report)).toContain('ANTHROPIC_API_KEY');
    expect(JSON.stringify(report)).not.toContain(canary);
  });
});

describe('latchkey doctor --checklist', () => {
  it('works through eleven steps, and never calls fine what the network would have told', async () => {
    const { report } = await doctor(ghScenario(true), ['--checklist']);
    const states = report.checklist?.map(({ state }) => state) ?? [];
    expect(states.slice(0, 3)).toEqual(['could-not-look', 'could-not-look', 'could-not-look']);
    expect(states.slice(4, 6)).toEqual(['fine', 'fine']);
    expect(report.checklist?.filter(({ state }) => state === 'left-to-you').length).toBe(3);
    expect((await doctor(ghScenario(true))).report.checklist).toBeUndefined();
  });

  it('prints it for a terminal of 80 columns, with the ways to log in beside one another', async () => {
    const mac = await createDeskMac(ghScenario(true));
    const { stdout } = await runLatchkey(mac, ['doctor', '--checklist']);
    expect(stdout).toContain('11. The way of signing in is not the trouble: left to you');
    expect(stdout).toContain('Ways to log in to Claude Code');
    expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  });
});

describe('latchkey doctor --message', () => {
  const overloaded = 'API Error: 529 {"type":"error","error":{"type":"overloaded_error"}}';
  const pasted = `${canary}-before ${overloaded} ${canary}-after`;
  const holders = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file).includes(canary));

  it.each([
    ['words', ['--message', pasted], undefined],
    ['standard input', ['--message', '-'], pasted],
  ])('recognises a text from %s, and keeps nothing of it', async (_where, words, input) => {
    const mac = await createDeskMac(deskScenario(true));
    for (const json of [['--json'], []]) {
      const { stdout, stderr, code } = await runLatchkey(mac, ['doctor', ...json, ...words], undefined, input);
      expect(code).toBe(1);
      expect(stdout).toContain('short of capacity');
      expect(stdout + stderr).not.toContain(canary);
    }
    expect(holders(mac.root)).toEqual([]);
  });

  it('says of an unknown text that it is unknown', async () => {
    const { report } = await doctor(ghScenario(false), ['gh', '--message', 'the flux capacitor is empty']);
    expect(report.diagnosis.message?.kind).toBe('unknown');
    expect(report.diagnosis.causes[0]?.id).toBe('desktop-locked');
  });

  it('reads no more than 64 kB of standard input, and does not wait for the end of one that has none', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const running = startLatchkey(mac, ['doctor', '--json', '--message', '-'], undefined, overloaded.padEnd(3_000_000));
    const { stdout, stderr } = await running.ended;
    expect(stderr).toBe('Only the first 64 kB of standard input are looked at.\n');
    expect(readAnswer('doctor', stdout).diagnosis.message?.kind).toBe('recognised');
  });

  it.each([
    ['an empty text', ['--message', '  '], undefined],
    ['an empty standard input', ['--message', '-'], ' \n'],
  ])('refuses %s', async (_what, words, input) => {
    const mac = await createDeskMac(deskScenario(true));
    expect(await runLatchkey(mac, ['doctor', ...words], undefined, input)).toMatchObject({ code: 64, stdout: '' });
  });
});

describe('latchkey doctor on the command line', () => {
  it('names the tools that it knows to whoever asks for another', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const { code, stdout, stderr } = await runLatchkey(mac, ['doctor', 'emacs']);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toMatch(/no tool “emacs”\. Known: claude-code, gh, git, .*, amp\.\n$/);
  });

  it('names the symptoms that it knows to whoever asks for another', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const { code, stderr } = await runLatchkey(mac, ['doctor', '--symptom', 'boredom']);
    expect(code).toBe(64);
    expect(stderr).toMatch(/“boredom” is none of random-logout, .*keychain-asks-again\./);
  });

  it('tells a person the cause, its evidence, and the cures in order with their commands', async () => {
    const mac = await createDeskMac(ghScenario(false, { remoteLogin: true }));
    const { code, stdout, stderr } = await runLatchkey(mac, ['doctor', 'gh']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('It is the keychain: the keychain is locked in the desktop session. One more');
    expect(lines).toContain('1. Keychain: The keychain is locked in the desktop session (measured)');
    expect(lines).toContain('   · Measured: the desktop session sees the login keychain locked.');
    expect(lines).toContain('   a) Unlock the keychain here');
    expect(lines).toContain('         latchkey unlock');
    expect(lines).toContain(`         security unlock-keychain ${loginPath}`);
    expect(stdout).toContain('It costs: Your keychain password');
    expect(stdout).toContain('It has worked when: The desktop session sees it unlocked.');
    expect(stdout).toMatch(/Looked at\n {2}problem +Lock state in each session: Locked: the desktop session/);
    // No line is wider than a terminal but those with a command.
    expect(lines.filter((line) => [...line].length > 80 && !line.startsWith('         '))).toEqual([]);
  });

  it('names the hosts before it contacts them, and says why it could not', async () => {
    const mac = await createDeskMac(ghScenario(false));
    const { stdout, stderr } = await runLatchkey(mac, ['doctor', '--network', 'gh']);
    expect(stderr).toMatch(/^Contacts .*github\.com, api\.github\.com.*\.\n$/);
    expect(stdout).toContain('the simulated Mac has no network');
  });

  it('shows on a terminal how far it is, and takes that away before it answers', async () => {
    const mac = await createDeskMac(ghScenario(false));
    const command = [...latchkeyCommand, 'doctor', 'gh'];
    const terminal = openTerminal(command, mac.environment(), mac.root);
    await terminal.waitFor('It is the keychain');
    const [progress = '', answer] = terminal.output().split('It is the keychain');
    expect(progress).toContain(`${clearLine}Check 1 of 14: Lock state in each session`);
    expect(progress).toContain('Check 14 of 14');
    expect(progress.split(clearLine).at(-1)).not.toContain('Check');
    expect(answer).not.toContain('Check 1');
  });

  it('tells on a terminal what has answered while something hangs, and names what hangs', async () => {
    const mac = await createDeskMac(ghScenario(false, { faults: [{ tool: 'security', hangMs: 600_000 }] }));
    const terminal = openTerminal([...latchkeyCommand, 'doctor', 'gh'], mac.environment(), mac.root);
    for (const text of ['Stored logins: No answer yet for:', 'Lock state in each session: No', 'Free space: '])
      await terminal.waitFor(text);
    const told = () => terminal.output().replaceAll(/\s+/g, ' ');
    const whileItHangs = told();
    expect(whileItHangs).toMatch(/still asked Stored logins: No answer yet for: [^.]*Claude Code[^.]*\./);
    expect(whileItHangs).toContain(
      'Lock state in each session: No answer yet for: list of keychains. Locked: the desktop',
    );
    expect(whileItHangs).toContain('fine Free space: ');
    const couldNot = 'could not look Stored logins: Could not look: the security tool did not answer';
    expect(whileItHangs).not.toContain(couldNot);
    await terminal.waitFor('It is the keychain');
    expect(told()).toContain(couldNot);
    expect(told()).not.toMatch(/fine (?:Stored logins|Lock state|Keychain search)/);
    expect(told().match(/Looked at/g)).toHaveLength(1);
  });

  it('ends at Ctrl-C though a check hangs', async () => {
    const faults = [{ tool: 'scutil', hangMs: 60_000 }];
    const mac = await createDeskMac(ghScenario(false, { faults }));
    const running = startLatchkey(mac, ['doctor', '--json']);
    const hanging = () => childrenOf(running.child.pid, 'scutil');
    await expect.poll(hanging, { timeout: patience(10_000) }).toHaveLength(1);
    const [started = 0] = hanging();
    running.child.kill('SIGINT');
    expect(await running.ended).toEqual({ code: 70, stdout: '', stderr: 'Cancelled.\n' });
    await expect.poll(() => isAlive(started), { timeout: patience(5_000) }).toBe(false);
  });
});
