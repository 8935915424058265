import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../../electron/core/history/history-event';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { openPage } from './popover-pages';
import { loginPath, scenarioWith } from './scenario';

const folderOf = ({ mac }: LatchkeyApp): string =>
  `${mac.root}/Users/alice/Library/Application Support/Latchkey/history`;

/** What the app has written, as the kinds of its lines. */
const written = (app: LatchkeyApp): readonly string[] =>
  readdirSync(folderOf(app)).flatMap((file) =>
    readFileSync(join(folderOf(app), file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as HistoryEvent)
      .map((event) => ('state' in event ? `${event.state} by ${event.by}` : event.kind)),
  );

describe('the history', () => {
  it('is recorded from the start to the quitting, for the user alone, and shown in the popover', async () => {
    const app = await launchLatchkey(scenarioWith({ state: 'unlocked' }));
    const page = await app.openPopover();
    await expect.poll(() => written(app)).toEqual(['app-started', 'unlocked by unknown']);
    await app.mac.run('security', ['lock-keychain', loginPath]);
    await openPage(page, 'history');
    const lock = page.getByRole('region', { name: 'History' }).getByRole('option', { name: 'Locked outside Latchkey' });
    await lock.waitFor({ state: 'attached' });
    await app.quit();
    expect(written(app)).toEqual(['app-started', 'unlocked by unknown', 'locked by elsewhere', 'app-stopped']);
    const modes = [folderOf(app), ...readdirSync(folderOf(app)).map((file) => join(folderOf(app), file))].map(
      (path) => lstatSync(path).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600]);
    await app.close();
  });
});
