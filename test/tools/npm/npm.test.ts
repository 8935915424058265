import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNpm } from '../../../electron/tools/npm/npm';
import { createOpenssl } from '../../certificates/openssl';
import { canary } from '../one-keychain';
import { type Configuration, lookOnce } from '../tool-on-mac';

const npmrc = '/Users/alice/.npmrc';
const token = `//registry.example.com/:_authToken=npm_${canary}\n`;
const withNpmrc = (text: string, more: Configuration = {}) =>
  lookOnce(createNpm, { ...more, files: { '~/.npmrc': text, ...more.files } });

describe('npm', () => {
  it('was not found where nothing of it is', async () => {
    expect(await lookOnce(createNpm)).toEqual([
      expect.objectContaining({
        installed: false,
        store: 'none',
        overSsh: 'unknown',
        status: 'unknown',
        reason: 'npm was not found on this Mac.',
      }),
    ]);
  });

  it('is signed out where only its executable or a file without a login is', async () => {
    const signedOut = { installed: true, store: 'none', status: 'signed-out', expiry: null };
    expect(await lookOnce(createNpm, { files: { '/opt/homebrew/bin/npm': '' } })).toMatchObject([signedOut]);
    expect(await withNpmrc('fund=false\n; a comment\n')).toMatchObject([signedOut]);
    expect(await withNpmrc('//registry.example.com/:_authToken=\n')).toMatchObject([signedOut]);
  });

  it('survives with a token in its file, whose age is all that is known of its end', async () => {
    const written = { fileTimes: { '~/.npmrc': '2026-08-01T12:00:00Z' } };
    expect(await withNpmrc(token, written)).toEqual([
      {
        tool: 'npm',
        name: 'npm',
        account: 'registry.example.com',
        installed: true,
        store: 'file',
        overSsh: 'survives',
        status: 'unknown',
        expiry: null,
        reason: `It uses the token in ${npmrc}, which no lock guards; no end date on disk, and the file was written 40 days ago.`,
        symptom: 'npm error code ENEEDAUTH',
        mayEnterEndDate: true,
        writtenAt: '2026-08-01T12:00:00.000Z',
      },
    ]);
  });

  it.each([
    [`\${NPM_TOKEN}`, 'NPM_TOKEN'],
    [`\${NPM_TOKEN?}`, 'NPM_TOKEN'],
    [`"\${NPM_TOKEN}"`, 'NPM_TOKEN'],
    [`\${NPM_TOKEN:-${canary}}`, 'NPM_TOKEN'],
  ])('names the variable of %s and nothing behind it', async (value, variable) => {
    const [credential] = await withNpmrc(`//registry.example.com/:_authToken=${value}\n`);
    expect(credential).toMatchObject({ store: 'environment', overSsh: 'survives', expiry: null });
    expect(credential?.reason).toContain(variable);
    expect(credential?.reason).toContain(npmrc);
  });

  it('takes an escaped reference for a token', async () => {
    expect(await withNpmrc(`//registry.example.com/:_authToken=\\\${NPM_TOKEN}\n`)).toMatchObject([{ store: 'file' }]);
  });

  it.each([
    ['_auth', `//registry.example.com/npm/:_auth=${canary}`],
    [
      'a name and a password',
      `//registry.example.com/npm/:username=a\n//registry.example.com/npm/:_password=${canary}`,
    ],
  ])('survives with %s', async (_what, text) => {
    const [credential] = await withNpmrc(text);
    expect(credential).toMatchObject({ account: 'registry.example.com/npm', store: 'file', overSsh: 'survives' });
    expect(credential?.reason).toContain('the password in');
  });

  it('has one login for each registry, the nearer file first', async () => {
    const credentials = await withNpmrc(`${token}//npm.example.com/a/:_authToken=${canary}\n`, {
      files: { '/opt/homebrew/etc/npmrc': `${token}//global.example.com/:_auth=${canary}` },
    });
    expect(credentials.map(({ account, reason }) => [account, reason.includes(npmrc)])).toEqual([
      ['registry.example.com', true],
      ['npm.example.com/a', true],
      ['global.example.com', false],
    ]);
  });

  it('never shows a name or password that stands in the address', async () => {
    expect(await withNpmrc(`//user:${canary}@registry.example.com/:_authToken=x`)).toMatchObject([
      { account: 'registry.example.com' },
    ]);
  });

  it('reads the file that NPM_CONFIG_USERCONFIG names, and variables that hold a login', async () => {
    const chosen = {
      files: { '/Users/alice/work.npmrc': token },
      environment: { NPM_CONFIG_USERCONFIG: '/Users/alice/work.npmrc' },
    };
    expect((await lookOnce(createNpm, chosen))[0]?.reason).toContain('/Users/alice/work.npmrc');
    const environment = { 'npm_config_//registry.example.com/:_authToken': canary };
    expect(await withNpmrc(token, { environment })).toMatchObject([
      { account: 'registry.example.com', store: 'environment', overSsh: 'survives' },
    ]);
  });

  it('is bounded to 50 logins', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => `//r${index}.example.com/:_authToken=${canary}`);
    expect(await withNpmrc(lines.join('\n'))).toHaveLength(50);
  });

  it.each([
    ['cut short', `//registry.example.com/:_authTok`],
    ['of the wrong kind', `//registry.example.com/:_authToken[]=${canary}\n//registry.example.com/:_authToken[]=b`],
    ['a login without its value', '//registry.example.com/:_authToken'],
  ])('is unreadable where a login is %s', async (_what, text) => {
    expect(await withNpmrc(text)).toMatchObject([{ status: 'unreadable', overSsh: 'unknown' }]);
  });
});

describe("npm's client certificate", () => {
  it('tells its end, and that it ends within 30 days', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-certificate-'));
    const openssl = createOpenssl(folder);
    openssl.selfSign('alice', '/CN=alice', 20);
    const files = {
      '~/.npmrc':
        '//registry.example.com/:certfile=/Users/alice/c.pem\n//registry.example.com/:keyfile=/Users/alice/k.pem\n',
      '/Users/alice/c.pem': openssl.read('alice.pem'),
    };
    rmSync(folder, { recursive: true });
    const today = Date.now();
    const told = { store: 'file', overSsh: 'survives', expiry: { of: 'certificate' } };
    expect(await lookOnce(createNpm, { files }, today)).toMatchObject([{ ...told, status: 'expiring' }]);
    expect(await lookOnce(createNpm, { files }, today + 21 * 86_400_000)).toMatchObject([
      { ...told, status: 'expired' },
    ]);
    const unreadable = { ...files, '/Users/alice/c.pem': canary };
    expect(await lookOnce(createNpm, { files: unreadable })).toMatchObject([{ status: 'unreadable', expiry: null }]);
  });
});
