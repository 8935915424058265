import { describe, expect, it } from 'vitest';
import { exampleMac, loginKeychain, vaultKeychain } from '../example-mac';
import { splitLine } from '../tools/security/split-line';

const ssh = { session: 'ssh-1' };

describe('how security takes its arguments', () => {
  it.each([
    { args: ['unlock-keychain', '-z'], code: 2, stderr: 'security: illegal option -- z\nUsage: unlock-keychain ' },
    { args: ['set-keychain-settings', '-t'], code: 2, stderr: 'security: option requires an argument -- t\nUsage: ' },
    { args: ['lock-keychain', loginKeychain, '-a'], code: 2, stderr: 'Usage: lock-keychain [-a | keychain]\n' },
    { args: ['show-keychain-info', 'a', 'b'], code: 2, stderr: 'Usage: show-keychain-info [keychain]\n' },
    { args: ['show-keychain-info', ''], code: 2, stderr: 'Usage: show-keychain-info' },
    { args: ['add-generic-password', '-s', 's'], code: 2, stderr: 'Usage: add-generic-password' },
    { args: ['list-keychains', 'x'], code: 2, stderr: 'Usage: list-keychains' },
    { args: ['no-such-command'], code: 1, stderr: 'security: unknown command "no-such-command"\n' },
    {
      args: ['show-keychain-info', '/nowhere'],
      code: 50,
      stderr: 'security: SecKeychainCopySettings /nowhere: The specified keychain could not be found.\n',
    },
    {
      args: ['lock-keychain', '/private/etc/../private/var/latchkey/clock'],
      code: 50,
      stderr: 'security: SecKeychainLock ',
    },
    {
      args: ['lock-keychain', '/private/var/latchkey/clock'],
      code: 49,
      stderr: 'The specified keychain is not a valid keychain file.\n',
    },
  ])('$args ends with $code', async ({ args, code, stderr }) => {
    const mac = await exampleMac();
    const run = await mac.run('security', args);
    expect(run).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(stderr) });
  });

  it('prints its usage on stdout and ends with 2 when it is given nothing', async () => {
    const mac = await exampleMac();
    const run = await mac.run('security', []);
    expect(run).toMatchObject({ code: 2, stdout: expect.stringContaining('security commands are:') });
  });

  it('takes the beginning of a command, a bare keychain name, a path on disk and the default keychain', async () => {
    const mac = await exampleMac();
    for (const keychain of [['login.keychain-db'], ['login.keychain'], [mac.root + loginKeychain], []]) {
      expect(await mac.run('security', ['show-k', ...keychain])).toMatchObject({ code: 0 });
    }
  });

  it('has no default keychain where there is none', async () => {
    const mac = await exampleMac({ keychains: [], sessions: [] });
    expect(await mac.run('security', ['default-keychain'])).toMatchObject({ code: 37, stdout: '' });
    expect(await mac.run('security', ['show-keychain-info'])).toMatchObject({
      code: 37,
      stderr: 'security: SecKeychainCopySettings <NULL>: A default keychain could not be found.\n',
    });
  });

  it('sets the search list and the default keychain', async () => {
    const mac = await exampleMac();
    await mac.run('security', ['list-keychains', '-d', 'user', '-s', vaultKeychain]);
    await mac.run('security', ['default-keychain', '-s', vaultKeychain]);
    const answers = [];
    for (const command of ['list-keychains', 'default-keychain', 'login-keychain'])
      answers.push((await mac.run('security', [command])).stdout);
    expect(answers).toEqual([`    "${vaultKeychain}"\n`, `    "${vaultKeychain}"\n`, `    "${loginKeychain}"\n`]);
  });
});

describe('a password that is asked for', () => {
  it.each([
    { typed: 'right\n', code: 0 },
    { typed: 'right', code: 0 },
    { typed: 'wrong\n', code: 51 },
    { typed: '', code: 51 },
  ])('is read from stdin where there is no terminal: $typed ends with $code', async ({ typed, code }) => {
    const mac = await exampleMac();
    const run = await mac.run('security', ['unlock-keychain', loginKeychain], { ...ssh, input: typed });
    expect(run).toMatchObject({ code, stderr: expect.stringContaining(`password to unlock ${loginKeychain}: `) });
    expect(mac.lockState('ssh-1', loginKeychain).isLocked).toBe(code !== 0);
  });

  it('is cut off after 128 bytes', async () => {
    const password = 'p'.repeat(128);
    const mac = await exampleMac({ keychains: [{ path: loginKeychain, password }] });
    const run = await mac.run('security', ['unlock-keychain'], { ...ssh, input: `${password}rest\n` });
    expect(run.code).toBe(0);
  });
});

describe('security -i', () => {
  const unlock = `unlock-keychain -p "right" "${loginKeychain}"\n`;
  it.each([
    { what: 'a quoted command', input: unlock, code: 0, isLocked: false },
    { what: 'several', input: `${unlock}lock-keychain -a\n`, code: 0, isLocked: true },
    { what: 'a failing last one', input: `${unlock}find-generic-password -s nope\n`, code: 44, isLocked: false },
    { what: 'a failing first one', input: `find-generic-password -s nope\n${unlock}`, code: 0, isLocked: false },
    { what: 'a line without its end', input: unlock.trimEnd(), code: 0, isLocked: true },
    { what: 'nothing', input: '', code: 0, isLocked: true },
    { what: 'a prompt', input: `unlock-keychain "${loginKeychain}"\nright\n`, code: 0, isLocked: false },
  ])('runs $what', async ({ input, code, isLocked }) => {
    const mac = await exampleMac();
    const run = await mac.run('security', ['-i'], { ...ssh, input });
    expect(run.code).toBe(code);
    expect(mac.lockState('ssh-1', loginKeychain).isLocked).toBe(isLocked);
  });

  it('says what a command returned, unless -q silences it', async () => {
    const mac = await exampleMac();
    const input = 'find-generic-password -s nope\n';
    expect((await mac.run('security', ['-i'], { input })).stderr).toContain('find-generic-password: returned -25300\n');
    expect((await mac.run('security', ['-q', '-i'], { input })).stderr).not.toContain('returned');
  });

  it('cuts a line after 4095 bytes and goes on with the rest as the next command', async () => {
    const mac = await exampleMac();
    const input = `find-generic-password -s ${'x'.repeat(4070)}lock-keychain -a\n`;
    const run = await mac.run('security', ['-i'], { input });
    expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining('find-generic-password: returned -25300') });
    expect(mac.lockState('desktop', loginKeychain).isLocked).toBe(true);
  });

  it.each([
    { line: 'a b  c', words: ['a', 'b', 'c'] },
    { line: `a "b c" 'd "e'`, words: ['a', 'b c', 'd "e'] },
    { line: String.raw`a\ b "c\"d" 'e\'f'`, words: ['a b', 'c"d', "e'f"] },
    { line: String.raw`"back\\slash"`, words: ['back\\slash'] },
    { line: '"" x', words: ['', 'x'] },
    { line: '"not closed', words: ['not closed'] },
    { line: ' ', words: [] },
    { line: 'w '.repeat(40), words: Array.from({ length: 32 }, () => 'w') },
  ])('splits $line', ({ line, words }) => {
    expect(splitLine(line)).toEqual(words);
  });
});
