import type * as fs from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClaudeCode } from '../../../electron/tools/claude-code/claude-code';
import { runningProjects } from '../../../electron/tools/claude-code/claude-code-projects';
import { longTime } from '../../simulator/parsing/time-texts';
import { canary, dayMs, now } from '../one-keychain';
import { type Configuration, type ToolOnMac, toolOnMac } from '../tool-on-mac';

const { opened } = vi.hoisted(() => ({ opened: [] as string[] }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  const open: typeof real.open = (path, ...how) => {
    opened.push(String(path));
    return real.open(path, ...how);
  };
  const stat = ((path: string, how: object) => {
    opened.push(path);
    return real.stat(path, how);
  }) as typeof real.stat;
  return { ...real, open, stat };
});

const home = '/Users/alice';
const startedAt = now - dayMs;
const key = { env: { ANTHROPIC_API_KEY: canary } };
const noKey = { env: { ANTHROPIC_API_KEY: '' } };
const login = { claudeAiOauth: { accessToken: canary, refreshToken: canary, expiresAt: now + dayMs } };
const managed = '/Library/Application Support/ClaudeCode/managed-settings.json';

const session = (pid: number, cwd: string) => ({ pid, cwd, procStart: longTime(startedAt), kind: 'interactive' });
const running = (pid: number) => ({ pid, startedAt, tty: `ttys${pid}`, command: 'claude' });

let mac: ToolOnMac;
/** One runs in ~/src/app; the session file of another, in ~/src/old, was left behind. */
const look = async (files: Record<string, unknown>, more: Configuration = {}) => {
  mac = await toolOnMac(createClaudeCode, {
    files: {
      '~/.claude.json': { oauthAccount: { accountUuid: 'x' } },
      '~/.claude/.credentials.json': login,
      '~/.claude/sessions/101.json': session(101, `${home}/src/app`),
      '~/.claude/sessions/102.json': session(102, `${home}/src/old`),
      ...files,
    },
    processes: [running(101)],
    ...more,
  });
  return mac.look();
};
beforeEach(() => {
  opened.length = 0;
});
afterEach(() => mac?.dispose());

describe('a project in which Claude Code runs', () => {
  it('is told beside the login where its own settings have it use something else', async () => {
    const credentials = await look({ '~/src/app/.claude/settings.json': key });
    expect(credentials).toMatchObject([
      { store: 'file', overSsh: 'survives' },
      { account: '~/src/app', store: 'environment', overSsh: 'survives' },
    ]);
    expect(credentials[1]?.reason).toContain(`ANTHROPIC_API_KEY, set in ${home}/src/app/.claude/settings.json`);
  });

  it('is not told where its settings change nothing of that', async () => {
    expect(await look({ '~/src/app/.claude/settings.json': { model: 'opus' } })).toHaveLength(1);
    await mac.dispose();
    // The user's own settings say the same.
    expect(await look({ '~/.claude/settings.json': noKey, '~/src/app/.claude/settings.json': noKey })).toHaveLength(1);
  });

  it('has its local settings overrule the shared ones, the user overruled by both, and an administrator last', async () => {
    const both = {
      '~/.claude/settings.json': key,
      '~/src/app/.claude/settings.json': { env: { ANTHROPIC_AUTH_TOKEN: canary } },
      '~/src/app/.claude/settings.local.json': { env: { ANTHROPIC_AUTH_TOKEN: '', ...noKey.env } },
    };
    expect(await look(both)).toMatchObject([{ store: 'environment' }, { account: '~/src/app', store: 'file' }]);
    await mac.dispose();
    const credentials = await look({ ...both, [managed]: { env: { ANTHROPIC_AUTH_TOKEN: canary } } });
    expect(credentials.map(({ reason }) => reason)).toEqual([expect.stringContaining(managed)]);
  });

  it('counts with the configuration folder of the one that runs there', async () => {
    const credentials = await look({
      '~/.claude/sessions/101.json': {},
      '~/.claude-work/.claude.json': { oauthAccount: { accountUuid: 'y' } },
      '~/.claude-work/settings.json': key,
      '~/.claude-work/sessions/101.json': session(101, `${home}/src/app`),
      '~/src/app/.claude/settings.json': noKey,
    });
    expect(credentials.map(({ account }) => account)).toEqual(['~/.claude', '~/.claude-work', '~/src/app']);
    expect(credentials.map(({ store }) => store)).toEqual(['file', 'environment', 'none']);
  });
});

describe('a project that is not looked at', () => {
  it('is one in which none runs any more', async () => {
    expect(await look({ '~/src/old/.claude/settings.json': key })).toHaveLength(1);
    expect(opened.filter((path) => path.includes('/src/old'))).toEqual([]);
  });

  it.each(['Documents', 'Desktop', 'Downloads', 'documents'])(
    'is one in ~/%s, which macOS would ask the user about',
    async (folder) => {
      const files = {
        '~/.claude/sessions/101.json': session(101, `${home}/${folder}/app`),
        [`~/${folder}/app/.claude/settings.json`]: key,
      };
      expect(await look(files)).toHaveLength(1);
      expect(opened.filter((path) => path.includes(`/${folder}`))).toEqual([]);
    },
  );

  it('is the twenty-first of many, a path that is none, and a settings file that is the user’s', async () => {
    await look({});
    const { host } = mac.doors;
    const folders = Array.from({ length: 30 }, (_, index) => `/p/${index}`);
    const sessions = ['p', null, ...folders, ...folders].map((folder) => ({ folder, configFolder: `${home}/.claude` }));
    expect(runningProjects(host, sessions)).toHaveLength(20);
    expect(runningProjects(host, [{ folder: home, configFolder: `${home}/.claude` }])).toMatchObject([
      { settingsFiles: [`${home}/.claude/settings.local.json`] },
    ]);
  });
});
