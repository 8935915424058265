import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseBeacon } from '../../electron/core/sessions/beacon';
import { reportedVariables } from '../../electron/core/sessions/reported-variables';
import { assetsFolder, bornWith } from './remote-mac';

const script = join(assetsFolder, 'latchkey-report.sh');

/** /bin/sh is dash on Debian and bash, called by that name, on a Mac. */
const programs = ['dash', 'bash'];

let program = '';
let home = '';
let beacons = '';
let children: ChildProcess[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'latchkey-report-'));
  beacons = join(home, 'Library/Application Support/Latchkey/beacons');
  mkdirSync(join(home, 'bin'));
  mkdirSync(join(home, 'Library/Keychains'), { recursive: true });
  writeFileSync(join(home, 'Library/Keychains/login.keychain-db'), '');
  tool('launchctl', 'echo Background');
  tool('security', 'exit 36');
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  rmSync(home, { recursive: true, force: true });
});

/** A stand-in for a tool of macOS that writes down how it was called. */
const tool = (name: string, ...lines: readonly string[]): void => {
  const path = join(home, 'bin', name);
  writeFileSync(path, ['#!/bin/sh', `echo "${name} $*" >>"${home}/calls"`, ...lines, ''].join('\n'));
  chmodSync(path, 0o755);
};

const calls = (): readonly string[] =>
  existsSync(join(home, 'calls')) ? readFileSync(join(home, 'calls'), 'utf8').trim().split('\n') : [];

/** Runs the report to its end for a shell: this process, which lives. */
const report = async (
  variables: Readonly<Record<string, string>> = {},
  ...values: readonly string[]
): Promise<void> => {
  const [mode = 'begin', pid = String(process.pid), manager = '', seconds = '0'] = values;
  const child = spawn(program, [script, mode, pid, manager, seconds], {
    argv0: 'sh',
    env: {
      HOME: home,
      PATH: `${home}/bin:/usr/bin:/bin`,
      SSH_CONNECTION: '192.168.1.9 1 192.168.1.20 22',
      ...variables,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ignore'],
  });
  children.push(child);
  await new Promise((resolve) => child.once('close', resolve));
};

const beaconFile = (): string => join(beacons, `shell-${process.pid}.json`);
const beacon = () => {
  const parsed = parseBeacon(readFileSync(beaconFile(), 'utf8'));
  if (!parsed.ok) throw new Error(`${parsed.reason} ${readFileSync(beaconFile(), 'utf8')}`);
  return parsed.value;
};

describe.each(programs)('what a report says, with %s for sh', (name) => {
  beforeEach(() => {
    program = name;
  });

  it.each([
    ['exit 0', { lock: 'unlocked', exitCode: 0 }],
    ['exit 36', { lock: 'locked', exitCode: 36 }],
    ['exit 24', { lock: 'unknown', exitCode: 24 }],
    ['exit 50', { lock: 'unknown', exitCode: 50 }],
    ['echo "The keychain is locked" >&2; exit 1', { lock: 'unknown', exitCode: 1 }],
    ['kill -9 $$', { lock: 'unknown', exitCode: null }],
  ])('of a tool that does `%s`', async (line, expected) => {
    tool('security', line);
    await report();
    expect(beacon()).toMatchObject(expected);
  });

  it.each(['Aqua', 'System', 'LoginWindow', '', 'Background but not only'])(
    'of a shell that launchctl calls "%s": the keychain was not asked',
    async (manager) => {
      tool('launchctl', `echo '${manager}'`);
      await report();
      expect(beacon()).toMatchObject({ managerName: manager === 'Aqua' ? 'Aqua' : 'unknown', lock: 'unknown' });
      expect(calls()).toEqual(['launchctl managername']);
    },
  );

  it('without launchctl: the keychain was not asked', async () => {
    rmSync(join(home, 'bin/launchctl'));
    await report();
    expect(beacon()).toMatchObject({ managerName: 'unknown', lock: 'unknown' });
    expect(calls()).toEqual([]);
  });

  it('for a manager that is known already: launchctl was not asked again', async () => {
    await report({}, 'report', String(process.pid), 'Background');
    expect(beacon()).toMatchObject({ lock: 'locked' });
    expect(calls()).toEqual([`security show-keychain-info ${home}/Library/Keychains/login.keychain-db`]);
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[], string | null]>([
    ['in an SSH login', {}, [], null],
    ['without any sign of SSH', { SSH_CONNECTION: '' }, [], 'no-ssh-birth'],
    ['in screen', { STY: '5102.work' }, [], 'no-ssh-birth'],
    ['in tmux that does not answer', { TMUX: '/t,1,0' }, ['exit 1'], 'no-ssh-birth'],
    ['in tmux that was born over SSH', { TMUX: '/t,1,0', SSH_CONNECTION: '' }, bornWith('SSH_CONNECTION'), null],
    ['in tmux that was born elsewhere', { TMUX: '/t,1,0' }, bornWith('HOME'), 'no-ssh-birth'],
    ['in tmux whose server was born in a pane', { TMUX: '/t,1,0' }, bornWith('SSH_CONNECTION', 'TMUX'), 'no-ssh-birth'],
  ])('%s, the keychain is asked only where nothing can come up', async (_where, variables, lines, reason) => {
    if (lines.length > 0) tool('tmux', ...lines);
    await report(variables);
    expect(beacon()).toMatchObject({ reason, lock: reason === null ? 'locked' : 'unknown' });
    expect(calls().some((call) => call.startsWith('security show-keychain-info'))).toBe(reason === null);
  });

  it('tells the session that the kernel names, and asks it once in a shell’s life', async () => {
    tool('osascript', 'echo "100012 20512"');
    await report();
    const session = { id: 100_012, graphicAccess: false, remote: true, initial: false };
    expect(beacon()).toMatchObject({ securitySession: session, lock: 'locked' });
    await report({}, 'report', String(process.pid), 'Background');
    expect(beacon()).toMatchObject({ securitySession: session, lock: 'locked' });
    expect(calls().filter((call) => call.startsWith('osascript'))).toHaveLength(1);
  });

  it('asks nothing where the kernel says that a dialog can appear, whatever else is said', async () => {
    tool('osascript', 'echo "100006 24624"');
    await report();
    expect(beacon()).toMatchObject({ lock: 'unknown', reason: 'desktop', securitySession: { graphicAccess: true } });
    expect(calls().filter((call) => call.startsWith('security'))).toEqual([]);
  });

  it.each(['', '0 1', '100012', '1 2 3', '-1 16', '100012 08', 'a b', '99999999999 99999', '1 $(id)'])(
    'takes no session from %j',
    async (answer) => {
      tool('osascript', `echo '${answer}'`);
      await report();
      expect(beacon()).toMatchObject({ securitySession: null, lock: 'locked' });
    },
  );

  it('of a login keychain that lies elsewhere, as the tool names it', async () => {
    rmSync(join(home, 'Library/Keychains/login.keychain-db'));
    tool('security', 'case $1 in login-keychain) echo \'    "/Users/alice/my own.keychain-db"\' ;; *) exit 36 ;; esac');
    await report();
    expect(beacon()).toMatchObject({ keychainPath: '/Users/alice/my own.keychain-db', lock: 'locked' });
  });

  it.each([
    ['/tmp/a "quoted" \\ path', '/tmp/a "quoted" \\ path'],
    ['/tmp/a\nb\tc\u001b[31md\u007f', '/tmp/abc[31md'],
    ['/tmp/$(id)`id`\'"', '/tmp/$(id)`id`\'"'],
    ['/tmp/ärger 😀', '/tmp/ärger 😀'],
    ['/tmp/with,commas', '/tmp/with,commas'],
    [`/tmp/${'x'.repeat(2000)}`, null],
  ])('of a socket called %j', async (socket, expected) => {
    await report({ TMUX: `${socket},4711,0` });
    expect(beacon().tmuxSocket).toBe(expected);
  });

  it.each(['nonsense"}', '$(id) 1 2 3', 'a b\nc d'])(
    'of a connection %j: null, or refused as a whole',
    async (connection) => {
      await report({ SSH_CONNECTION: connection });
      const parsed = parseBeacon(readFileSync(beaconFile(), 'utf8'));
      expect(parsed.ok ? parsed.value.sshConnection : null).toBeNull();
    },
  );

  it('names every variable that the app knows, and never what is in it', async () => {
    const variables = Object.fromEntries([...reportedVariables].map((name) => [name, `secret of ${name}`]));
    await report({ ...variables, SOMETHING_ELSE: 'secret' });
    expect(beacon().variables).toEqual([...reportedVariables]);
    expect(readFileSync(beaconFile(), 'utf8')).not.toContain('secret');
    expect(statSync(beaconFile()).size).toBeLessThanOrEqual(4096);
  });
});

describe.each(programs)('a report keeps to itself, with %s for sh', (name) => {
  beforeEach(() => {
    program = name;
  });

  it('gives up on a tool that hangs, and ends it', async () => {
    tool('security', 'echo $$ >"$HOME/hung"', 'exec sleep 60');
    await report();
    expect(beacon()).toMatchObject({ lock: 'unknown', exitCode: null });
    const pid = Number(readFileSync(join(home, 'hung'), 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it('writes through no link', async () => {
    const elsewhere = join(home, 'elsewhere');
    mkdirSync(elsewhere);
    mkdirSync(join(beacons, '..'), { recursive: true });
    symlinkSync(elsewhere, beacons);
    await report();
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('replaces a link in its place instead of following it', async () => {
    mkdirSync(beacons, { recursive: true });
    writeFileSync(join(home, 'precious'), 'mine');
    symlinkSync(join(home, 'precious'), beaconFile());
    await report();
    expect(readFileSync(join(home, 'precious'), 'utf8')).toBe('mine');
    expect(beacon()).toMatchObject({ lock: 'locked' });
  });

  it('closes a folder that others could read', async () => {
    mkdirSync(beacons, { recursive: true, mode: 0o755 });
    await report();
    expect(statSync(beacons).mode & 0o777).toBe(0o700);
    expect(statSync(beaconFile()).mode & 0o777).toBe(0o600);
  });

  it('clears away what shells left that are gone, and nothing else', async () => {
    mkdirSync(beacons, { recursive: true });
    for (const name of ['shell-4194000.json', 'shell-4194001.off', 'shell-1.json', 'shell-abc.json', 'other.json'])
      writeFileSync(join(beacons, name), '');
    await report();
    const mayMeetInit = process.getuid?.() === 0 ? ['shell-1.json'] : [];
    const left = ['other.json', ...mayMeetInit, `shell-${process.pid}.json`, 'shell-abc.json'];
    expect(readdirSync(beacons).sort()).toEqual(left.sort());
  });

  it('leaves nothing behind for a shell that is gone', async () => {
    await report({}, 'begin', '4194000');
    expect(readdirSync(beacons)).toEqual([]);
  });

  it.each(['a[$(touch "$HOME/ran")]', '08', '1,2', '99999999999999999999', '-1'])(
    'reckons with no number of seconds like %s',
    async (seconds) => {
      await report({}, 'report', String(process.pid), 'Background', seconds);
      expect(existsSync(join(home, 'ran'))).toBe(false);
      expect(calls()).toEqual([]);
    },
  );

  it.each(['T+b:00:00Z', 'Tb+:+b:00Z', 'T99:00:00Z', 'T1', ''])(
    'reckons with no time in a beacon like %j, and writes it anew',
    async (time) => {
      const today = new Date().toISOString().slice(0, 10);
      mkdirSync(beacons, { recursive: true, mode: 0o700 });
      writeFileSync(beaconFile(), `{"schemaVersion":1,"writtenAt":"${today}${time}"}`);
      await report({ b: 'a[$(touch "$HOME/ran")]' }, 'report', String(process.pid), 'Background', '86400');
      expect(existsSync(join(home, 'ran'))).toBe(false);
      expect(beacon()).toMatchObject({ lock: 'locked' });
    },
  );

  it('says nothing where the time is no time', async () => {
    tool('date', 'echo \'2026-09-10Ta[$(touch "$HOME/ran")]:00:00Z\'');
    await report();
    expect(existsSync(beaconFile())).toBe(false);
    expect(existsSync(join(home, 'ran'))).toBe(false);
  });

  it.each(['$(touch hacked)', '../../evil', '1;id', '1,2', '0', '007', '99999999999999999999', ''])(
    'takes no shell number like %j',
    async (pid) => {
      await report({}, 'begin', pid);
      expect(existsSync(beacons)).toBe(false);
      expect(calls()).toEqual([]);
    },
  );

  it('asks no sooner than it was told, and then again', async () => {
    await report({}, 'report', String(process.pid), 'Background', '30');
    await report({}, 'report', String(process.pid), 'Background', '30');
    expect(calls()).toHaveLength(1);
    const old = readFileSync(beaconFile(), 'utf8').replace(/"writtenAt":"[^"]*"/, '"writtenAt":"2001-01-01T08:09:08Z"');
    writeFileSync(beaconFile(), old);
    await report({}, 'report', String(process.pid), 'Background', '30');
    expect(calls()).toHaveLength(2);
  });
});
