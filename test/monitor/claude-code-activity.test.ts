import { afterEach, describe, expect, it } from 'vitest';
import { createCredentials } from '../../electron/monitor/look/credentials';
import { createMonitor } from '../../electron/monitor/monitor';
import { longTime } from '../simulator/parsing/time-texts';
import { loginKeychain, type MacWithDoors, macWithDoors } from '../system/simulated-doors';
import { createSteppedScheduler } from './stepped-scheduler';

const now = Date.UTC(2026, 8, 10, 12);
const startedAt = now - 3_600_000;

let at: MacWithDoors;
afterEach(() => at.mac.dispose());

describe('the snapshot', () => {
  it('tells the Claude Codes that run, without asking for a password or decrypting anything', async () => {
    at = await macWithDoors({
      now: '2026-09-10T12:00:00Z',
      user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
      keychains: [{ path: loginKeychain, password: 'p', isLogin: true, isDefault: true }],
      files: {
        '~/.claude/.credentials.json': {
          claudeAiOauth: { accessToken: 'CANARY', refreshToken: 'CANARY', expiresAt: '@now+2h' },
        },
        '~/.claude/sessions/101.json': {
          pid: 101,
          procStart: longTime(startedAt),
          cwd: '/Users/alice/src',
          kind: 'interactive',
        },
      },
      processes: [{ pid: 101, startedAt, tty: 'ttys001', command: 'claude' }],
    });
    const doors = at.doors();
    const monitor = createMonitor(doors, createCredentials(doors), createSteppedScheduler(now));
    const { snapshot } = await monitor.lookOnce();
    expect(snapshot?.claudeCode).toMatchObject({
      processes: [
        {
          pid: 101,
          folder: '/Users/alice/src',
          terminal: 'ttys001',
          mayHoldOldToken: 'yes',
          help: { kind: 'copy-command', command: 'cd /Users/alice/src && claude --continue' },
        },
      ],
      nextRefresh: { kind: 'stored' },
      refreshLock: { state: 'free' },
      advice: [],
    });
    expect(JSON.stringify(monitor.state())).not.toContain('CANARY');
    expect(at.mac.ledger().filter(({ kind }) => kind === 'decrypt' || kind === 'dialog')).toEqual([]);
  });
});
