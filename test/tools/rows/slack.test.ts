import { describe, expect, it } from 'vitest';
import { canary, now } from '../one-keychain';
import { rowCreator } from '../row-creator';
import { lookAtStores } from '../stores-in-process';

const create = rowCreator('slack');
const path = '/Users/alice/.slack/credentials.json';
const login = (changes: object = {}) => ({
  token: `xoxe.xoxp-1-${canary}`,
  team_domain: 'example',
  team_id: 'T0123456789',
  user_id: 'U0123456789',
  last_updated: '2026-09-10T08:00:00.000Z',
  refresh_token: `xoxe-1-${canary}`,
  exp: 1789056000,
  is_enterprise_install: false,
  ...changes,
});
const look = (teams: object, environment = {}, file = path) =>
  lookAtStores(create, { files: { [file]: teams }, environment });

describe('Slack CLI', () => {
  it('was not found where nothing of it is, and is signed out where only its folder is', async () => {
    expect(await lookAtStores(create, {})).toMatchObject([{ installed: false, store: 'none' }]);
    expect(await look({}, {}, '/Users/alice/.slack/config.json')).toMatchObject([{ status: 'signed-out' }]);
    expect(await look({})).toMatchObject([{ installed: true, status: 'signed-out' }]);
  });

  it('survives, with a token that renews itself', async () => {
    expect(await look({ T0123456789: login() })).toEqual([
      expect.objectContaining({
        account: 'example',
        store: 'file',
        overSsh: 'survives',
        status: 'valid',
        expiry: { of: 'access-token', at: new Date(1789056000_000).toISOString(), isRenewed: true },
        reason: `It uses ${path}, which no lock guards.`,
      }),
    ]);
    const [lapsed] = await look({ T1: login({ exp: now / 1000 - 1 }) });
    expect(lapsed?.status).toBe('renews-itself');
  });

  it.each([
    ['a lapsed token that nothing renews', { exp: now / 1000 - 1, refresh_token: '' }, { status: 'expired' }],
    ['an end of 0', { exp: 0 }, { status: 'valid', expiry: null }],
    ['no end', { exp: undefined }, { status: 'valid', expiry: null }],
    ['an end that is a text', { exp: '1789056000' }, { status: 'unreadable', expiry: null }],
    ['an end beyond all calendars', { exp: 1e300 }, { status: 'unreadable', expiry: null }],
    ['a token that is a number', { token: 5 }, { status: 'unreadable' }],
    ['no token', { token: '', refresh_token: null }, { status: 'signed-out' }],
  ])('with %s', async (_what, changes, told) => {
    expect(await look({ T1: login(changes) })).toMatchObject([told]);
  });

  it('has a login for each workspace, and a broken one beside a whole one', async () => {
    const teams = { T1: login(), T2: login({ team_domain: undefined }), T3: canary.length, __proto__: login() };
    expect(await look(teams)).toMatchObject([
      { account: 'example' },
      { account: 'T2' },
      { account: 'T3', status: 'unreadable' },
    ]);
  });

  it('follows SLACK_CONFIG_DIR and is bounded to 50 workspaces', async () => {
    const teams = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`T${index}`, login()]));
    const chosen = '/Users/alice/work-slack';
    expect(await look(teams, { SLACK_CONFIG_DIR: chosen }, `${chosen}/credentials.json`)).toHaveLength(50);
  });
});
