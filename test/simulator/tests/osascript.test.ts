import { describe, expect, it } from 'vitest';
import { exampleMac, loginKeychain, nothingNoticed, noticed, vaultKeychain } from '../example-mac';

const look = `
ObjC.import('Security');
function run(argv) {
  $.SecKeychainSetUserInteractionAllowed(false);
  const keychain = Ref();
  const status = Ref();
  const opened = $.SecKeychainOpen(argv[0], keychain);
  const code = opened || $.SecKeychainGetStatus(keychain[0], status);
  return JSON.stringify({ code, status: status[0] });
}`;

describe('JavaScript for Automation', () => {
  it.each([
    { path: loginKeychain, session: 'desktop', answer: { code: 0, status: 7 } },
    { path: loginKeychain, session: 'ssh-1', answer: { code: 0, status: 2 } },
    { path: vaultKeychain, session: 'desktop', answer: { code: 0, status: 2 } },
    { path: '/nowhere', session: 'desktop', answer: { code: -25294 } },
  ])('reads the lock state of $path in $session, and nobody notices', async ({ path, session, answer }) => {
    const mac = await exampleMac();
    const run = await mac.run('osascript', ['-l', 'JavaScript', '-e', look, path], { session });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toEqual(answer);
    expect(noticed(mac)).toEqual(nothingNoticed);
    expect(mac.ledger()).toEqual([]);
  });

  it('reads a script from stdin and prints the last value', async () => {
    const mac = await exampleMac();
    const run = await mac.run('osascript', ['-l', 'JavaScript'], { input: '[1, "a", 2 + 3]' });
    expect(run).toMatchObject({ code: 0, stdout: '1, a, 5\n' });
  });

  it('writes down a keychain that was opened while it could still ask', async () => {
    const mac = await exampleMac();
    const careless = look.replace('$.SecKeychainSetUserInteractionAllowed(false);', '');
    await mac.run('osascript', ['-l', 'JavaScript', '-e', careless, loginKeychain]);
    expect(mac.ledger()).toMatchObject([{ kind: 'opened-with-interaction', keychain: loginKeychain }]);
  });

  it('ends with 1 and the error on stderr when the script throws or speaks another language', async () => {
    const mac = await exampleMac();
    const thrown = await mac.run('osascript', ['-l', 'JavaScript', '-e', '$.NoSuchFunction()']);
    expect(thrown).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('execution error') });
    expect(await mac.run('osascript', ['-e', 'beep'])).toMatchObject({ code: 1, stdout: '' });
  });
});
