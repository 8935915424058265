import { expect, it, onTestFinished } from 'vitest';
import { type DiagnosticFacts, diagnosticReport } from '../../electron/core/state/diagnostic-report';
import { timerScheduler } from '../../electron/monitor/loop/scheduler';
import { createWatch } from '../../electron/monitor/recorded-watch';
import { macWithDoors } from '../system/simulated-doors';
import { secretsIn } from './canaries';
import { manyLogins } from './many-logins';
import { now } from './one-keychain';

it('a diagnostic of a Mac on which every tool has a login tells its states, and neither a secret nor whose it is', async () => {
  const { mac, doors } = await macWithDoors(manyLogins);
  onTestFinished(() => mac.dispose());
  const { monitor } = createWatch(doors(), timerScheduler);
  const state = await monitor.lookOnce();
  await monitor.stop();
  const facts: DiagnosticFacts = {
    state: {
      ...state,
      ...{ preferences: {}, preferencesNotice: null, notificationsNotice: null, shortcutProblem: null },
      keepUnlockedShortcutProblem: null,
      ...{ launchAtLogin: 'enabled', appVersion: '1.2.3' },
    },
    eventCounts: [],
    versions: { electron: '45', node: '22' },
    ...{ platform: 'linux', userName: 'alice', homeFolder: '/Users/alice', now },
  };
  const text = diagnosticReport(facts);
  const tools = new Set(state.snapshot?.credentials.map(({ tool }) => tool));
  expect(tools.size).toBeGreaterThan(20);
  for (const tool of tools) expect(text).toContain(`"tool": "${tool}"`);
  expect(secretsIn(text)).toEqual([]);
  const named = ['alice', 'octocat', 'example', 'github.com', 'dev@', 'AuthKey'];
  expect(named.filter((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'i').test(text))).toEqual([]);
});
