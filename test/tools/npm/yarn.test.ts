import { describe, expect, it } from 'vitest';
import { createYarn } from '../../../electron/tools/npm/yarn';
import { canary } from '../one-keychain';
import { type Configuration, lookOnce } from '../tool-on-mac';

const path = '/Users/alice/.yarnrc.yml';
const withFile = (text: string, more: Configuration = {}) =>
  lookOnce(createYarn, { ...more, files: { '~/.yarnrc.yml': text, ...more.files } });

describe('Yarn', () => {
  it('was not found where nothing of it is, even beside a login of npm', async () => {
    const files = { '~/.npmrc': `//registry.example.com/:_authToken=${canary}` };
    expect(await lookOnce(createYarn, { files })).toMatchObject([
      { installed: false, store: 'none', status: 'unknown' },
    ]);
  });

  it('survives with the token of the usual registry and with those of scopes and registries', async () => {
    const text = `npmRegistryServer: "https://registry.example.com"
npmAuthToken: "npm_${canary}"
npmScopes:
  acme:
    npmRegistryServer: "https://npm.example.com"
    npmAuthToken: "\${TOKEN}"
  plain:
    npmRegistryServer: "https://plain.example.com"
npmRegistries:
  "//other.example.com/npm":
    npmAuthIdent: "alice:${canary}"
`;
    const credentials = await withFile(text);
    expect(credentials).toMatchObject([
      { account: 'registry.example.com', store: 'file', overSsh: 'survives', status: 'unknown', expiry: null },
      { account: '@acme', store: 'environment', overSsh: 'survives' },
      { account: 'other.example.com/npm', store: 'file', overSsh: 'survives' },
    ]);
    expect(credentials[0]?.reason).toContain(`the token in ${path}`);
    expect(credentials[1]?.reason).toContain('TOKEN');
    expect(credentials[2]?.reason).toContain('the password in');
  });

  it('names no registry where the file names none', async () => {
    const [credential] = await withFile(`npmAuthToken: ${canary}`);
    expect(credential).toMatchObject({ store: 'file' });
    expect(credential).not.toHaveProperty('account');
  });

  it('is signed out where the file holds no login', async () => {
    expect(await withFile('nodeLinker: node-modules\n')).toMatchObject([{ store: 'none', status: 'signed-out' }]);
    expect(await withFile('')).toMatchObject([{ store: 'none', status: 'signed-out' }]);
  });

  it('prefers a variable to the login of the usual registry, and to no other', async () => {
    const text = `npmAuthToken: a\nnpmScopes: { acme: { npmAuthToken: ${canary} } }`;
    expect(await withFile(text, { environment: { YARN_NPM_AUTH_TOKEN: canary } })).toMatchObject([
      { store: 'environment', overSsh: 'survives' },
      { account: '@acme', store: 'file' },
    ]);
  });

  it('of version 1 uses the file of npm', async () => {
    const files = { '~/.yarnrc': 'lastUpdateCheck 1\n', '~/.npmrc': `//registry.example.com/:_authToken=${canary}` };
    const [credential] = await lookOnce(createYarn, { files });
    expect(credential).toMatchObject({ account: 'registry.example.com', store: 'file', overSsh: 'survives' });
    expect(credential?.reason).toContain('/Users/alice/.npmrc');
  });

  it.each([
    ['cut short', `npmScopes:\n  acme:\n    npmAuthToken: "${canary}`],
    ['a list', `- ${canary}`],
    ['full of aliases', `a: &a [x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]`],
    ['of wrong scopes', `npmScopes: [${canary}]`],
    ['a token that is a number', 'npmAuthToken: 12'],
  ])('is unreadable where its file is %s', async (_what, text) => {
    expect(await withFile(text)).toMatchObject([{ status: 'unreadable', overSsh: 'unknown' }]);
  });
});
