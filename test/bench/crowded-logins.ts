import { stringify } from 'yaml';
import type { Scenario } from '../simulator/parsing/scenario';
import { manyLogins } from '../tools/many-logins';
import { madeUpAccounts } from './made-up-tool';

const home = '~';
const dayMs = 86_400_000;
const times = <Value>(count: number, make: (index: number) => Value): readonly Value[] =>
  Array.from({ length: count }, (_, index) => make(index));
const keyed = <Value>(count: number, key: (index: number) => string, make: (index: number) => Value) =>
  Object.fromEntries(times(count, (index) => [key(index), make(index)]));
const endsAt = Date.parse(manyLogins.now) + dayMs;

export const madeUpTools = 6;

/** The files of tools that know several accounts, with many in each. */
const files: NonNullable<Scenario['files']> = {
  ...manyLogins.files,
  ...keyed(
    2,
    (index) => `${home}/.claude-${index}/.credentials.json`,
    () => ({ claudeAiOauth: { accessToken: 'a', refreshToken: 'r', expiresAt: endsAt } }),
  ),
  [`${home}/.config/gh/hosts.yml`]: times(
    6,
    (index) => `host-${index}.example.com:\n    oauth_token: not-real\n    user: octocat\n`,
  ).join(''),
  [`${home}/.gitconfig`]: times(
    10,
    (index) => `[credential "https://git-${index}.example.com"]\n\thelper = ${index % 2 ? 'store' : 'osxkeychain'}\n`,
  ).join(''),
  [`${home}/.docker/config.json`]: {
    auths: keyed(
      16,
      (index) => `registry-${index}.example.com`,
      () => ({ auth: 'YWxpY2U6bm90LXJlYWw=' }),
    ),
  },
  [`${home}/.aws/config`]: times(
    15,
    (index) =>
      `[profile p${index}]\nsso_session = s${index % 4}\n[sso-session s${index % 4}]\nsso_start_url = https://example.awsapps.com/start\n`,
  ).join(''),
  [`${home}/.kube/config`]: stringify({
    ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'c0' },
    contexts: times(30, (index) => ({ name: `c${index}`, context: { cluster: 'c', user: `u${index}` } })),
    users: times(30, (index) => ({ name: `u${index}`, user: { token: 'not-real' } })),
  }),
  [`${home}/.npmrc`]: times(30, (index) => `//npm-${index}.example.com/:_authToken=not-real\n`).join(''),
  [`${home}/.yarnrc.yml`]: `npmRegistries:\n${times(20, (index) => `  "//yarn-${index}.example.com":\n    npmAuthToken: not-real\n`).join('')}`,
  [`${home}/Library/Preferences/pnpm/rc`]: times(
    25,
    (index) => `//pnpm-${index}.example.com/:_authToken=not-real\n`,
  ).join(''),
  [`${home}/.slack/credentials.json`]: keyed(
    20,
    (index) => `T${index}`,
    (index) => ({ token: 't', refresh_token: 'r', team_domain: `team-${index}`, exp: endsAt / 1000 }),
  ),
  ...keyed(
    madeUpTools,
    (index) => `${home}/.made-up-${index}/accounts.json`,
    () => madeUpAccounts(15),
  ),
};

/** A Mac with a login of every tool, and many of those that can have many. Its keychain is locked. */
export const crowdedLogins: Scenario = { ...manyLogins, files, environment: {} };
