import { describe, expect, it } from 'vitest';
import { createCopilot } from '../../../electron/tools/editors/copilot';
import { canary, generic } from '../one-keychain';
import { type Configuration, lookOnce } from '../tool-on-mac';

const path = '/Users/alice/.copilot/config.json';
const apps = '/Users/alice/.config/github-copilot/apps.json';
const hosts = '/Users/alice/.config/gh/hosts.yml';
const stored = [generic('copilot-cli', 'https://github.com:octocat')];
const plain = { storeTokenPlaintext: true, copilotTokens: { 'https://github.com:octocat': `gho_${canary}` } };
const look = (files: Configuration['files'], more: Configuration = {}) =>
  lookOnce(createCopilot, { files: files ?? {}, ...more });

describe('GitHub Copilot CLI', () => {
  it('was not found where nothing of it is, and is signed out where its file holds no login', async () => {
    expect(await look({})).toMatchObject([{ installed: false, store: 'none' }]);
    expect(await look({ [path]: { trusted_folders: [] } })).toMatchObject([{ installed: true, status: 'signed-out' }]);
  });

  it('breaks with its item in the keychain', async () => {
    expect(await look({}, { items: stored })).toEqual([
      {
        tool: 'copilot',
        name: 'GitHub Copilot CLI',
        account: 'github.com:octocat',
        installed: true,
        store: 'login-keychain',
        overSsh: 'breaks',
        status: 'unknown',
        expiry: null,
        reason:
          'It needs the item "copilot-cli" in the login keychain, which a login that sees the keychain locked cannot read.',
        symptom: 'Error: No authentication information found.',
        writtenAt: '2026-09-10T12:00:00.000Z',
      },
    ]);
  });

  it('survives with a plain token, in either spelling and below a comment', async () => {
    const told = { account: 'github.com:octocat', store: 'file', overSsh: 'survives', expiry: null };
    expect(await look({ [path]: plain })).toMatchObject([told]);
    const older = JSON.stringify({ copilot_tokens: plain.copilotTokens, store_token_plaintext: true });
    expect(await look({ [path]: `// This file is managed automatically.\n${older}` })).toMatchObject([told]);
  });

  it('survives with a plain token in an object of its own, which is told once though it is stored twice', async () => {
    const token = { token: `gho_${canary}` };
    const authTokens = { 'https://github.com:octocat:github': token, 'https://github.com:octocat': token };
    expect(await look({ [path]: { authTokens } })).toMatchObject([
      { account: 'github.com:octocat', store: 'file', overSsh: 'survives', expiry: null },
    ]);
  });

  it('leaves open what a plain token beside an item is for, unless plain storage is chosen', async () => {
    const { copilotTokens } = plain;
    expect(await look({ [path]: { copilotTokens } }, { items: stored })).toMatchObject([{ overSsh: 'unknown' }]);
    expect(await look({ [path]: plain }, { items: stored })).toMatchObject([{ store: 'file', overSsh: 'survives' }]);
    const chosen = { [path]: { copilotTokens }, '~/.copilot/settings.json': { storeTokenPlaintext: true } };
    expect(await look(chosen, { items: stored })).toMatchObject([{ store: 'file', overSsh: 'survives' }]);
  });

  it.each(['COPILOT_GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_TOKEN'])('prefers %s to what is stored', async (name) => {
    const [credential] = await look({ [path]: plain }, { items: stored, environment: { [name]: canary } });
    expect(credential).toMatchObject({ store: 'environment', overSsh: 'survives' });
    expect(credential?.reason).toContain(name);
  });

  it('prefers its own variable, and follows COPILOT_HOME', async () => {
    const environment = { GH_TOKEN: canary, COPILOT_GITHUB_TOKEN: canary };
    expect((await look({ [path]: {} }, { environment }))[0]?.reason).toContain('COPILOT_GITHUB_TOKEN');
    const home = { environment: { COPILOT_HOME: '/Users/alice/work-copilot' } };
    expect(await look({ '/Users/alice/work-copilot/config.json': plain }, home)).toMatchObject([{ store: 'file' }]);
  });

  it('borrows the login of gh where it has none', async () => {
    const [credential] = await look({ [path]: {}, [hosts]: `github.com:\n    oauth_token: ${canary}\n` });
    expect(credential).toMatchObject({ store: 'file', overSsh: 'survives' });
    expect(credential?.reason).toContain(`borrows that of GitHub CLI, which uses ${hosts}`);
    const inKeychain = { [path]: {}, [hosts]: 'github.com:\n    user: octocat\n' };
    expect(await look(inKeychain, { items: [generic('gh:github.com', 'octocat')] })).toMatchObject([
      { store: 'login-keychain', overSsh: 'breaks' },
    ]);
    expect(await look({ [path]: {}, [hosts]: '- x' })).toMatchObject([{ status: 'unreadable' }]);
  });

  it("tells editors' logins beside its own", async () => {
    const logins = { 'github.com:Iv1.0': { user: 'octocat', oauth_token: canary, githubAppId: 'Iv1.0' } };
    expect(await look({ [apps]: logins })).toMatchObject([
      { account: 'octocat, in editors', store: 'file', overSsh: 'survives', expiry: null },
    ]);
    expect(await look({ [apps]: logins }, { items: stored })).toMatchObject([
      { store: 'login-keychain' },
      { account: 'octocat, in editors' },
    ]);
    expect(await look({ [apps]: { a: canary } })).toMatchObject([{ account: 'apps.json', status: 'unreadable' }]);
  });

  it('is unreadable where its tokens are of the wrong kind', async () => {
    expect(await look({ [path]: { copilotTokens: canary } })).toMatchObject([{ status: 'unreadable' }]);
    expect(await look({ [path]: { copilotTokens: { a: [canary] } } })).toMatchObject([{ status: 'unreadable' }]);
  });

  it('is unknown where the keychains cannot be searched', async () => {
    const faults = [{ tool: 'security', exit: 77 }];
    expect(await look({ [path]: {} }, { faults })).toMatchObject([{ store: 'unknown', overSsh: 'unknown' }]);
  });
});
