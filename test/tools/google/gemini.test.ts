import { describe, expect, it } from 'vitest';
import { createGemini } from '../../../electron/tools/google/gemini';
import { canary, generic, now } from '../one-keychain';
import { type Configuration, lookOnce } from '../tool-on-mac';

const folder = '/Users/alice/.gemini';
const path = `${folder}/oauth_creds.json`;
const login = (changes: object = {}) => ({
  access_token: `ya29.${canary}`,
  refresh_token: `1//${canary}`,
  scope: 'email',
  token_type: 'Bearer',
  id_token: `h.${canary}.s`,
  expiry_date: 1789003600000,
  ...changes,
});
const oauthItem = generic('gemini-cli-oauth', 'main-account');
const keyItem = generic('gemini-cli-api-key', 'default-api-key');
const look = (files: Configuration['files'], more: Configuration = {}) =>
  lookOnce(createGemini, { files: files ?? {}, ...more });

describe('Gemini CLI', () => {
  it('was not found where nothing of it is, even beside a key for other programs', async () => {
    const elsewhere = { environment: { GEMINI_API_KEY: canary } };
    expect(await look({}, elsewhere)).toMatchObject([{ installed: false, store: 'none' }]);
    expect(await look({ [`${folder}/settings.json`]: {} })).toMatchObject([{ installed: true, status: 'signed-out' }]);
  });

  it('survives with its file, whose access token renews itself', async () => {
    const files = { [path]: login(), [`${folder}/google_accounts.json`]: { active: 'test@example.com', old: [] } };
    expect(await look(files)).toEqual([
      {
        tool: 'gemini',
        name: 'Gemini CLI',
        account: 'test@example.com',
        installed: true,
        store: 'file',
        overSsh: 'survives',
        status: 'renews-itself',
        expiry: { of: 'access-token', at: new Date(1789003600000).toISOString(), isRenewed: true },
        reason: `It uses ${path}, which no lock guards.`,
        symptom: 'Code Assist login required.',
      },
    ]);
  });

  it.each([
    ['a token that has not lapsed', { expiry_date: now + 1 }, { status: 'valid' }],
    ['no refresh token', { refresh_token: null }, { status: 'expired' }],
    ['no tokens', { access_token: '', refresh_token: '' }, { store: 'none', status: 'signed-out' }],
    ['a time that is a text', { expiry_date: '1789003600000' }, { status: 'unreadable', expiry: null }],
    ['a time before 1970', { expiry_date: -1 }, { status: 'unreadable' }],
    ['a token that is a list', { refresh_token: [canary] }, { status: 'unreadable' }],
  ])('with %s', async (_what, changes, told) => {
    expect(await look({ [path]: login(changes) })).toMatchObject([told]);
  });

  it('breaks where its login is an item of the keychain', async () => {
    expect(await look({}, { items: [oauthItem] })).toMatchObject([
      {
        store: 'login-keychain',
        overSsh: 'breaks',
        status: 'unknown',
        expiry: null,
        reason: expect.stringContaining('"gemini-cli-oauth" in the login keychain'),
        symptom: 'Code Assist login required.',
      },
    ]);
    expect(await look({}, { items: [generic('gemini-cli-oauth', 'another')] })).toMatchObject([{ installed: false }]);
  });

  it('leaves open which counts of an item and a file, until a variable says so', async () => {
    const items = [oauthItem];
    expect(await look({ [path]: login() }, { items })).toMatchObject([{ overSsh: 'unknown' }]);
    const keychain = { GEMINI_FORCE_ENCRYPTED_FILE_STORAGE: 'true' };
    expect(await look({ [path]: login() }, { items, environment: keychain })).toMatchObject([{ overSsh: 'breaks' }]);
    const encrypted = { [`${folder}/gemini-credentials.json`]: canary };
    expect(await look(encrypted, { items })).toMatchObject([{ store: 'login-keychain', overSsh: 'unknown' }]);
    const file = { ...keychain, GEMINI_FORCE_FILE_STORAGE: 'true' };
    expect(await look(encrypted, { items, environment: file })).toMatchObject([{ store: 'file', overSsh: 'survives' }]);
    expect(await look(encrypted)).toMatchObject([{ store: 'file', overSsh: 'survives' }]);
  });

  it('breaks with an API key in the keychain, and survives with one in a variable or a .env file', async () => {
    const key = { account: 'API key', symptom: expect.stringContaining('Please set an Auth method') };
    expect(await look({}, { items: [keyItem] })).toMatchObject([
      { ...key, store: 'login-keychain', overSsh: 'breaks' },
    ]);
    const settings = { [`${folder}/settings.json`]: {} };
    const environment = { GEMINI_API_KEY: canary };
    expect(await look(settings, { environment })).toMatchObject([
      { ...key, store: 'environment', overSsh: 'survives' },
    ]);
    const [dotenv] = await look({ ...settings, [`${folder}/.env`]: `A=1\nexport GEMINI_API_KEY="${canary}"\n` });
    expect(dotenv).toMatchObject({ ...key, store: 'file', overSsh: 'survives' });
    expect(dotenv?.reason).toContain(`${folder}/.env`);
    expect(await look({ ...settings, [`${folder}/.env`]: '# GEMINI_API_KEY=x\nGEMINI_API_KEY=\n' })).toMatchObject([
      { status: 'signed-out' },
    ]);
  });

  it('tells both logins, or the one that its settings have chosen', async () => {
    const items = [keyItem];
    const chosen = (selectedType: string) => ({
      [path]: login(),
      [`${folder}/settings.json`]: { security: { auth: { selectedType } } },
    });
    expect(await look({ [path]: login() }, { items })).toMatchObject([{ store: 'file' }, { account: 'API key' }]);
    expect(await look(chosen('oauth-personal'), { items })).toMatchObject([{ store: 'file' }]);
    expect(await look(chosen('oauth-personal'), { items })).toHaveLength(1);
    expect(await look(chosen('gemini-api-key'), { items })).toMatchObject([{ store: 'login-keychain' }]);
  });

  it('follows GEMINI_CLI_HOME', async () => {
    const environment = { GEMINI_CLI_HOME: '/Users/alice/work' };
    expect(await look({ '/Users/alice/work/.gemini/oauth_creds.json': login() }, { environment })).toMatchObject([
      { store: 'file', overSsh: 'survives' },
    ]);
  });

  it('is unknown where the keychains cannot be searched and nothing else is stored', async () => {
    const faults = [{ tool: 'security', exit: 77 }];
    expect(await look({ [`${folder}/settings.json`]: {} }, { faults })).toMatchObject([
      { store: 'unknown', overSsh: 'unknown' },
    ]);
  });
});
