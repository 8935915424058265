import { describe, expect, it } from 'vitest';
import { createPnpm } from '../../../electron/tools/npm/pnpm';
import { canary } from '../one-keychain';
import { lookOnce } from '../tool-on-mac';

const folder = '/Users/alice/Library/Preferences/pnpm';
const token = `//registry.example.com/:_authToken=${canary}\n`;
const look = (files: Record<string, string>, environment = {}) => lookOnce(createPnpm, { files, environment });

describe('pnpm', () => {
  it('was not found where only a login of npm is', async () => {
    expect(await look({ '~/.npmrc': token })).toMatchObject([{ installed: false, store: 'none' }]);
  });

  it('survives with the login of its own files before that of npm', async () => {
    const files = { [`${folder}/auth.ini`]: token, '~/.npmrc': `${token}//npm.example.com/:_auth=${canary}` };
    const credentials = await look(files);
    expect(credentials).toMatchObject([
      { account: 'registry.example.com', store: 'file', overSsh: 'survives', status: 'unknown', expiry: null },
      { account: 'npm.example.com', store: 'file', overSsh: 'survives' },
    ]);
    expect(credentials[0]?.reason).toContain(`${folder}/auth.ini`);
    expect(credentials[1]?.reason).toContain('/Users/alice/.npmrc');
  });

  it('reads the rc file of older versions and the config.yaml of newer ones', async () => {
    expect((await look({ [`${folder}/rc`]: token }))[0]?.reason).toContain(`${folder}/rc`);
    const yaml = `_auth:\n  "https://registry.example.com/":\n    authToken: ${canary}\n  "https://b.example.com":\n    authToken: "\${TOKEN}"\n`;
    expect(await look({ [`${folder}/config.yaml`]: yaml })).toMatchObject([
      { account: 'registry.example.com', store: 'file', overSsh: 'survives' },
      { account: 'b.example.com', store: 'environment' },
    ]);
    expect(await look({ [`${folder}/config.yaml`]: `_auth: ${canary}` })).toMatchObject([{ status: 'unreadable' }]);
  });

  it('does not know what a token helper needs', async () => {
    const files = {
      '~/.npmrc': '//registry.example.com/:tokenHelper=/usr/local/bin/token',
      '/opt/homebrew/bin/pnpm': '',
    };
    expect(await look(files)).toMatchObject([{ store: 'unknown', overSsh: 'unknown', status: 'unknown' }]);
  });

  it('follows XDG_CONFIG_HOME', async () => {
    const files = { '~/.config/pnpm/auth.ini': token };
    expect(await look(files, { XDG_CONFIG_HOME: '/Users/alice/.config' })).toMatchObject([{ store: 'file' }]);
  });

  it('is signed out where its folder holds no login', async () => {
    expect(await look({ [`${folder}/rc`]: 'store-dir=/a\n' })).toMatchObject([{ store: 'none', status: 'signed-out' }]);
  });
});
