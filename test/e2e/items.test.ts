import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilTrayShows } from './agreement';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { scenarioWith } from './scenario';

describe('Latchkey in Electron', () => {
  let app: LatchkeyApp;
  beforeAll(async () => {
    app = await launchLatchkey(scenarioWith({ state: 'unlocked' }), { preloads: ['child-recorder.cjs'] });
  });
  afterAll(() => app.close());

  const commands = () =>
    app.electron.evaluate(() => (Reflect.get(globalThis, 'startedCommands') as () => readonly string[])());

  it('finds keychain items within itself, and starts no search for one', async () => {
    await untilTrayShows(app, 'unlocked');
    // The same look asks for these, which no listing tells.
    await expect.poll(commands).toContain('security find-identity -p codesigning');
    await expect.poll(commands).toContain('security list-keychains');
    expect((await commands()).filter((command) => /find-(?:generic|internet)-password/.test(command))).toEqual([]);
    expect(app.mac.ledger()).toEqual([]);
  });
});
