import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { timerScheduler } from '../../electron/monitor/loop/scheduler';
import { createWatch } from '../../electron/monitor/recorded-watch';
import { macWithDoors } from '../system/simulated-doors';
import { secretsIn } from './canaries';
import { manyLogins } from './many-logins';

it('the history of a Mac on which every tool has a login holds no secret of any of them', async () => {
  const { mac, doors } = await macWithDoors(manyLogins);
  onTestFinished(() => mac.dispose());
  const { monitor, history } = createWatch(doors(), timerScheduler);
  history.record();
  await monitor.lookOnce();
  // A year later whatever has an end has ended, which is news for the history.
  mac.clock.advance(365 * 86_400_000);
  await monitor.lookOnce();
  await monitor.stop();
  const folder = join(mac.root, 'Users/alice/Library/Application Support/Latchkey/history');
  const text = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  expect(text).toContain('"kind":"login-expired"');
  expect(secretsIn(text)).toEqual([]);
});
