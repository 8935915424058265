import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createBoundedTools } from '../../../electron/system/children/bounded-tools';
import { testFreshLogin } from '../../../electron/system/sessions/fresh-login';
import type { Fault } from '../../simulator/parsing/scenario';
import { loginKeychain, type MacWithDoors, macWithDoors, twoKeychains } from '../simulated-doors';

let at: MacWithDoors;
beforeAll(async () => {
  at = await macWithDoors();
});
afterEach(() => at.mac.setFaults([]));
afterAll(() => at.mac.dispose());

const test = (sessionId?: string) => {
  const host = at.host(sessionId);
  return testFreshLogin(host, createBoundedTools(host));
};
const logins = () => at.mac.ledger().filter(({ kind }) => kind === 'ssh-login');
const locks = () => ['desktop', 'ssh-1', 'ssh-2'].map((session) => at.mac.lockState(session, loginKeychain).isLocked);

describe('a login that is made to see what it sees', () => {
  it.each([undefined, 'ssh-1', 'ssh-2'])(
    'finds the keychain locked, whoever asks (%s) and whatever they see',
    async (session) => {
      const before = locks();
      const known = logins().length;
      expect(await test(session)).toEqual({
        ok: true,
        value: {
          sees: 'locked',
          reason: 'A login made for this test found the keychain locked; a second one was in another security session.',
          sharing: { kind: 'separate', sessionId: expect.any(Number) },
        },
      });
      expect(logins()).toHaveLength(known + 2);
      expect(locks()).toEqual(before);
      expect(at.mac.ledger().filter(({ kind }) => kind !== 'ssh-login')).toEqual([]);
    },
  );

  it('is in a session of its own each time', async () => {
    await test();
    await test();
    const sessions = logins().map(({ session }) => session);
    expect(new Set([...sessions, 'desktop', 'ssh-1', 'ssh-2']).size).toBe(sessions.length + 3);
  });

  it('tells that two logins share one, where they do', async () => {
    const shared = await macWithDoors({ ...twoKeychains, sshLoginsShareSession: true });
    onTestFinished(() => shared.mac.dispose());
    const host = shared.host();
    expect(await testFreshLogin(host, createBoundedTools(host))).toEqual({
      ok: true,
      value: {
        // ssh-2 has unlocked it, and so it is in every login of that session.
        sees: 'unlocked',
        reason:
          'A login made for this test found the keychain unlocked; a second one was in the same security session.',
        sharing: { kind: 'shared', sessionId: expect.any(Number) },
      },
    });
    expect(shared.mac.ledger().map(({ kind }) => kind)).toEqual(['ssh-login', 'ssh-login']);
  });

  it('says no more of sharing than it knows', async () => {
    at.mac.setFaults([{ tool: 'osascript', exit: 1, stderr: 'x' }]);
    expect(await test()).toEqual({
      ok: true,
      value: { sees: 'locked', reason: 'A login made for this test found the keychain locked.' },
    });
  });

  it('finds it unlocked where the tool says so', async () => {
    const stderr = 'Keychain "<NULL>" lock-on-sleep timeout=300s\n';
    at.mac.setFaults([{ tool: 'security', when: 'show-keychain-info', exit: 0, stderr }]);
    expect(await test()).toMatchObject({ ok: true, value: { sees: 'unlocked' } });
  });

  it.each<[string, Fault]>([
    ['a forced command that is content', { tool: 'ssh', exit: 0, stdout: 'Welcome!\n' }],
    ['no default keychain', { tool: 'security', exit: 37, stderr: 'security: SecKeychainCopySettings <NULL>: …' }],
    ['a Mac that is half awake', { tool: 'security', exit: 24 }],
    ['no such command over there', { tool: 'ssh', exit: 127, stderr: 'zsh:1: command not found: security\n' }],
    ['the code of a wrong password', { tool: 'ssh', exit: 51 }],
  ])('claims nothing after %s', async (_what, fault) => {
    at.mac.setFaults([fault]);
    expect(await test()).toMatchObject({
      ok: false,
      code: 'no-verdict',
      reason: expect.stringMatching(/^The login could not tell\. ./),
    });
  });
});

const refused = 'ssh: connect to host localhost port 22: Connection refused\r\n';

describe('a login that could not be made', () => {
  it.each([
    ['no-key', 'alice@localhost: Permission denied (publickey,password,keyboard-interactive).\r\n', 'authorized_keys'],
    [
      'no-key',
      'Received disconnect from ::1 port 22:2: Too many authentication failures\r\nDisconnected from ::1 port 22\r\n',
      'authorized_keys',
    ],
    ['refused', refused, 'Remote Login'],
    ['timed-out', 'ssh: connect to host localhost port 22: Operation timed out\r\n', 'Try again'],
    [
      'host-key',
      'No ED25519 host key is known for localhost and you have requested strict checking.\r\nHost key verification failed.\r\n',
      'host key',
    ],
    [
      'host-key',
      'Unable to negotiate with ::1 port 22: no matching host key type found. Their offer: ssh-rsa\r\n',
      'host key',
    ],
    ['closed', 'kex_exchange_identification: Connection closed by remote host\r\n', 'Sharing'],
    ['closed', 'Connection closed by ::1 port 22\r\n', 'Sharing'],
    [
      'could-not-log-in',
      'command-line: line 0: Bad configuration option: \u001b[31mnew\r\n',
      'It said: command-line: line 0',
    ],
    ['could-not-log-in', '', 'did not say why'],
  ])('says %s of %j', async (code, stderr, words) => {
    at.mac.setFaults([{ tool: 'ssh', exit: 255, stderr }]);
    const outcome = await test();
    expect(outcome).toMatchObject({ ok: false, code, reason: expect.stringContaining(words) });
    expect(outcome.ok || outcome.reason).not.toMatch(/\p{Cc}/u);
  });

  it('gives up on a login that hangs, and ends it', async () => {
    at.mac.setFaults([{ tool: 'ssh', hangMs: 60_000 }]);
    const startedAt = performance.now();
    expect(await test()).toMatchObject({ ok: false, code: 'timed-out' });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  it('says that ssh could not be run', async () => {
    const other = await macWithDoors();
    try {
      rmSync(`${other.mac.root}/usr/bin/ssh`);
      const host = other.host();
      const outcome = await testFreshLogin(host, createBoundedTools(host));
      expect(outcome).toMatchObject({ ok: false, code: 'could-not-log-in', reason: expect.stringContaining('ENOENT') });
    } finally {
      await other.mac.dispose();
    }
  });
});

describe('without Remote Login', () => {
  it('no login is tried', async () => {
    at.mac.updateScenario({ remoteLogin: false });
    const before = logins().length;
    expect(await test()).toMatchObject({ ok: false, code: 'remote-login-off' });
    expect(await at.mac.run('ssh', ['localhost', 'true'])).toMatchObject({ code: 255, stderr: refused });
    at.mac.updateScenario({ remoteLogin: true });
    at.mac.setFaults([{ tool: 'launchctl', exit: 1 }]);
    expect(await test()).toMatchObject({ ok: false, code: 'remote-login-unknown' });
    expect(logins()).toHaveLength(before);
  });
});

describe('what ssh is told', () => {
  let recorded = '';
  beforeEach(() => {
    recorded = `${at.mac.root}/told`;
    writeFileSync(
      `${at.mac.root}/usr/bin/ssh`,
      `#!/bin/sh\nprintf '%s\\n' "$@" "agent=$SSH_AUTH_SOCK" >'${recorded}'\nexit 36\n`,
    );
  });

  it('is to ask nothing, to share no connection, to pass no agent on and to write no known host', async () => {
    const host = { ...at.host(), environment: { ...at.host().environment, SSH_AUTH_SOCK: '/private/tmp/an agent' } };
    await testFreshLogin(host, createBoundedTools(host));
    const words = readFileSync(recorded, 'utf8').trimEnd().split('\n');
    const options = words.flatMap((word, index) => (words[index - 1] === '-o' ? [word] : []));
    expect(options).toEqual(
      expect.arrayContaining([
        'BatchMode=yes',
        'ConnectTimeout=5',
        'ControlMaster=no',
        'ControlPath=none',
        'ForwardAgent=no',
        'UserKnownHostsFile=/dev/null',
      ]),
    );
    expect(words.slice(-3)).toEqual(['security', 'show-keychain-info', 'agent=/private/tmp/an agent']);
    expect(words.slice(words.indexOf('localhost') + 1, -3).slice(0, 4)).toEqual([
      'osascript',
      '-l',
      'JavaScript',
      '-e',
    ]);
  });
});
