import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Scenario } from '../simulator/parsing/scenario';

export const busyHome = '/Users/alice';
const loginPath = `${busyHome}/Library/Keychains/login.keychain-db`;
const loginText = (accessToken: string) =>
  JSON.stringify({ claudeAiOauth: { accessToken, refreshToken: 'not-real', expiresAt: 1_789_200_000_000 } });

/** A Mac at a desk that is also used from elsewhere: an SSH login, a tmux server with a client, Claude Code, a few logins. */
export const busyScenario: Scenario = {
  now: '2026-09-10T09:00:00Z',
  user: { name: 'alice', uid: 501, home: busyHome, password: 'secret' },
  keychains: [
    {
      path: loginPath,
      password: 'secret',
      isLogin: true,
      isDefault: true,
      lockOnSleep: true,
      idleTimeoutSeconds: null,
      items: [
        { class: 'genp', service: 'Claude Code-credentials', account: 'alice', data: loginText('one') },
        { class: 'inet', server: 'github.com', account: 'alice', data: 'not-real' },
      ],
    },
  ],
  sessions: [
    { id: 'desk', kind: 'desktop', tty: 'console', unlocked: [loginPath] },
    { id: 'login-1', kind: 'ssh', tty: 'ttys004', from: '192.168.1.9', unlocked: [] },
  ],
  tmux: [
    {
      socket: 'default',
      session: 'desk',
      serverPid: 900,
      clients: [{ pid: 901, tty: 'ttys004', sessionName: 'work' }],
    },
  ],
  processes: [
    {
      pid: 5104,
      ppid: 1,
      uid: 501,
      session: 'desk',
      startedAt: '2026-09-10T08:00:00Z',
      command: '/usr/bin/SCREEN -S x',
    },
    {
      pid: 5200,
      ppid: 900,
      uid: 501,
      session: 'desk',
      tty: 'ttys005',
      startedAt: '2026-09-10T08:10:00Z',
      command: 'claude',
    },
  ],
  files: {
    '~/.claude/settings.json': {},
    '~/.claude.json': { oauthAccount: { emailAddress: 'alice@example.com' } },
    '~/.npmrc': '//registry.npmjs.org/:_authToken=not-real\n',
    '~/.config/gh/hosts.yml': 'github.com:\n    user: alice\n    oauth_token: not-real\n',
  },
  remoteLogin: true,
};

/** What the people and programs on such a Mac write all the time; macOS paths of the files, by who writes them. */
export const churnedFiles = {
  preferences: `${busyHome}/Library/Preferences/com.example.window-positions.plist`,
  transcript: `${busyHome}/.claude/projects/-Users-alice-work/transcript.jsonl`,
  account: `${busyHome}/.claude.json`,
  history: `${busyHome}/.zsh_history`,
} as const;

/** One round of it. @returns the files that were written. */
export const churn = (root: string, round: number): readonly string[] => {
  const onDisk = (path: string) => {
    mkdirSync(dirname(root + path), { recursive: true });
    return root + path;
  };
  const { preferences, transcript, account, history } = churnedFiles;
  const replace = (path: string, text: string) => {
    writeFileSync(onDisk(`${path}.new`), text);
    renameSync(onDisk(`${path}.new`), onDisk(path));
  };
  replace(preferences, `<plist>${round}</plist>`);
  appendFileSync(onDisk(transcript), `{"round":${round}}\n`);
  replace(account, JSON.stringify({ numStartups: round, oauthAccount: { emailAddress: 'alice@example.com' } }));
  appendFileSync(onDisk(history), `: ${round}:0;ls\n`);
  return Object.values(churnedFiles);
};
