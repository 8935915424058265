import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import koffi from 'koffi';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Scenario } from '../parsing/scenario';
import { createSimulatedMac } from '../simulated-mac';

const scenario = JSON.parse(
  readFileSync(join(import.meta.dirname, '../scenarios/hostile-names.json'), 'utf8'),
) as Scenario;

const hostileMac = async () => {
  const mac = await createSimulatedMac(scenario, { isFrozen: true });
  onTestFinished(() => mac.dispose());
  const [login, stick] = mac.plan.keychains.map(({ path }) => path);
  return { mac, login: login ?? '', stick: stick ?? '', session: mac.plan.sessions[0]?.id ?? '' };
};

describe('names that break careless programs', () => {
  it('go through the tools and come back as they were', async () => {
    const { mac, login, stick } = await hostileMac();
    expect((await mac.run('security', ['list-keychains'])).stdout).toBe(`    "${login}"\n    "${stick}"\n`);
    const info = await mac.run('security', ['show-keychain-info', mac.root + login]);
    expect(info).toMatchObject({ code: 0, stderr: `Keychain "${login}" no-timeout\n` });
    expect((await mac.run('who', [])).stdout).toContain('zoë 🔑');
    expect((await mac.run('launchctl', ['getenv', 'ODD'])).stdout).toBe('a\nb=c\n');
  });

  it('are printed as bytes where security prints bytes', async () => {
    const { mac } = await hostileMac();
    const { stdout } = await mac.run('security', ['find-generic-password', '-s', 'naïve \\ "service"']);
    expect(stdout).toContain('"acct"<blob>=0x7A6FC3AB20F09F9491  "zo\\303\\253 \\360\\237\\224\\221"\n');
    expect(stdout).toContain('"na\\303\\257ve \\134 "service""\n');
    const secret = await mac.run('security', ['find-generic-password', '-a', 'zoë 🔑', '-w']);
    expect(secret.stdout).toBe(`${Buffer.from('s3cret\n').toString('hex')}\n`);
  });

  it('are no obstacle to unlocking, with a password that has quotes in it', async () => {
    const { mac, login, session } = await hostileMac();
    await mac.run('security', ['lock-keychain', login]);
    const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
    const input = `unlock-keychain -p ${quoted('pass "word" 🔑')} ${quoted(login)}\n`;
    expect(await mac.run('security', ['-i'], { input })).toMatchObject({ code: 0, stderr: '' });
    expect(mac.lockState(session, login).isLocked).toBe(false);
  });

  it('lead the framework to the same state', async () => {
    const { mac, login, stick } = await hostileMac();
    const library = koffi.load(`${mac.root}/System/Library/Frameworks/Security.framework/Security`);
    library.func('int32_t SecKeychainSetUserInteractionAllowed(uint8_t state)')(0);
    const open = library.func('int32_t SecKeychainOpen(const char *path, _Out_ void **keychain)');
    const look = library.func('int32_t SecKeychainGetStatus(void *keychain, _Out_ uint32_t *status)');
    const statusOf = (path: string) => {
      const keychain: unknown[] = [null];
      const status = [0];
      return [open(path, keychain), look(keychain[0], status), status[0]];
    };
    expect(statusOf(login)).toEqual([0, 0, 7]);
    expect(statusOf(stick)).toEqual([0, 0, 2]);
    expect(mac.ledger()).toEqual([]);
  });

  it('get their files, with a private mode where the name says so', async () => {
    const { mac } = await hostileMac();
    const path = `${mac.root}${mac.plan.user.home}/.claude/ü 🔑.json`;
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ ok: true });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(mac.environment().HOME).toBe(mac.root + mac.plan.user.home);
  });
});
