import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codexItemAccount, createCodex } from '../../../electron/tools/editors/codex';
import { canary, generic, now } from '../one-keychain';
import { type Configuration, lookOnce, toolOnMac } from '../tool-on-mac';

const folder = '/Users/alice/.codex';
const path = `${folder}/auth.json`;
const config = `${folder}/config.toml`;
const end = 1789900000;
const jwt = (claims: object) => `${canary}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${canary}`;
const auth = (tokens: object = {}, more: object = {}) => ({
  auth_mode: 'chatgpt',
  OPENAI_API_KEY: null,
  tokens: {
    id_token: `h.${canary}.s`,
    access_token: jwt({ exp: end, email: canary }),
    refresh_token: canary,
    account_id: canary,
    ...tokens,
  },
  last_refresh: '2026-09-08T10:00:00.000000Z',
  ...more,
});
const keyring = { [config]: 'cli_auth_credentials_store = "keyring"\n' };
const auto = { [config]: 'cli_auth_credentials_store = "auto"\n' };
const stored = [generic('Codex Auth', codexItemAccount(folder))];
const look = (files: Configuration['files'], more: Configuration = {}) =>
  lookOnce(createCodex, { files: files ?? {}, ...more });

describe("the account of Codex's item", () => {
  it('is a hash of its folder', () => {
    expect(codexItemAccount('/Users/test/.codex')).toBe('cli|d446e73b91d0fe9e');
  });
});

describe('OpenAI Codex', () => {
  it('was not found where nothing of it is, and is signed out where only its folder is', async () => {
    expect(await look({})).toMatchObject([{ installed: false, store: 'none' }]);
    expect(await look({ [`${folder}/history.jsonl`]: '' })).toMatchObject([{ installed: true, status: 'signed-out' }]);
  });

  it('survives with its file, and tells the end that the access token tells', async () => {
    expect(await look({ [path]: auth() })).toEqual([
      {
        tool: 'codex',
        name: 'OpenAI Codex',
        installed: true,
        store: 'file',
        overSsh: 'survives',
        status: 'valid',
        expiry: { of: 'access-token', at: new Date(end * 1000).toISOString(), isRenewed: true },
        reason: `It uses ${path}, which no lock guards.`,
        symptom: 'Not logged in',
      },
    ]);
  });

  it.each([
    ['a lapsed token', auth({ access_token: jwt({ exp: now / 1000 - 1 }) }), { status: 'renews-itself' }],
    ['a token of no known shape', auth({ access_token: canary }), { status: 'unknown', expiry: null }],
    ['a token without an end', auth({ access_token: jwt({}) }), { status: 'unknown', expiry: null }],
    ['an end that is a text', auth({ access_token: jwt({ exp: String(end) }) }), { status: 'unknown', expiry: null }],
    [
      'garbage in the middle of its token',
      auth({ access_token: `a.${canary}.c` }),
      { status: 'unknown', expiry: null },
    ],
    ['an API key', { OPENAI_API_KEY: canary }, { store: 'file', status: 'unknown', expiry: null }],
    ['an API key beside the login in use', auth({}, { OPENAI_API_KEY: canary }), { status: 'valid' }],
    ['no tokens', { OPENAI_API_KEY: null, tokens: null }, { store: 'none', status: 'signed-out' }],
    ['tokens of the wrong kind', { tokens: canary }, { status: 'unreadable' }],
    ['a token that is a number', auth({ refresh_token: 5 }), { status: 'unreadable' }],
    ['a key that is a number', { OPENAI_API_KEY: 5 }, { status: 'unreadable' }],
  ])('with %s', async (_what, content, told) => {
    expect(await look({ [path]: content })).toMatchObject([told]);
  });

  it('breaks where its configuration says keyring, with the words that it will say', async () => {
    expect(await look(keyring, { items: stored })).toMatchObject([
      {
        store: 'login-keychain',
        overSsh: 'breaks',
        status: 'unknown',
        expiry: null,
        reason: expect.stringContaining('"Codex Auth" in the login keychain'),
        symptom: expect.stringContaining('failed to load CLI auth from keyring: '),
      },
    ]);
    expect(await look({ ...keyring, [path]: auth() })).toMatchObject([{ store: 'none', status: 'signed-out' }]);
  });

  it('with auto needs the item, and falls back to the file', async () => {
    expect(await look(auto, { items: stored })).toMatchObject([{ store: 'login-keychain', overSsh: 'breaks' }]);
    const [both] = await look({ ...auto, [path]: auth() }, { items: stored });
    expect(both).toMatchObject({ store: 'login-keychain', overSsh: 'unknown' });
    expect(both?.reason).toContain(path);
    expect(await look({ ...auto, [path]: auth() })).toMatchObject([{ store: 'file', overSsh: 'survives' }]);
  });

  it('ignores an item where it uses the file, and keeps nothing where it is ephemeral', async () => {
    expect(await look({ [path]: auth() }, { items: stored })).toMatchObject([{ store: 'file' }]);
    const ephemeral = { [config]: 'cli_auth_credentials_store = "ephemeral"' };
    expect(await look(ephemeral, { items: stored })).toMatchObject([{ store: 'none', status: 'unknown' }]);
  });

  it('finds the item of a folder that is a link by where that leads', async () => {
    const made = await toolOnMac(createCodex, {
      items: [generic('Codex Auth', codexItemAccount('/Users/alice/dotfiles'))],
    });
    mkdirSync(`${made.at.mac.root}/Users/alice/dotfiles`, { recursive: true });
    writeFileSync(`${made.at.mac.root}/Users/alice/dotfiles/config.toml`, keyring[config] ?? '');
    symlinkSync('dotfiles', made.at.mac.root + folder);
    expect(await made.look()).toMatchObject([{ store: 'login-keychain', overSsh: 'breaks' }]);
    await made.dispose();
  });

  it('is unknown where the keychains cannot be searched', async () => {
    const faults = [{ tool: 'security', exit: 77 }];
    expect(await look(keyring, { items: stored, faults })).toMatchObject([{ store: 'unknown', overSsh: 'unknown' }]);
  });

  it('follows CODEX_HOME, prefers its token variable and mentions an API key', async () => {
    const environment = { CODEX_HOME: '/Users/alice/work-codex' };
    const files = { '/Users/alice/work-codex/auth.json': auth() };
    expect((await look(files, { environment }))[0]?.reason).toContain('/Users/alice/work-codex/auth.json');
    const token = { environment: { CODEX_ACCESS_TOKEN: canary } };
    expect(await look({ [path]: auth() }, token)).toMatchObject([{ store: 'environment', overSsh: 'survives' }]);
    const [mentioned] = await look({ [path]: auth() }, { environment: { CODEX_API_KEY: canary } });
    expect(mentioned).toMatchObject({ store: 'file', overSsh: 'survives' });
    expect(mentioned?.reason).toContain('CODEX_API_KEY is set');
  });

  it('is unreadable where its configuration is cut short or chooses what nobody knows', async () => {
    for (const text of [`a = "${canary}`, `cli_auth_credentials_store = "${canary}"`, 'cli_auth_credentials_store = 1'])
      expect(await look({ [config]: text, [path]: auth() })).toMatchObject([{ status: 'unreadable' }]);
  });
});
