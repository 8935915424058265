import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestVerbs } from '../../electron/contract/verbs';
import { processesThatBelongTo } from '../simulator/leftover-processes';
import { answerTimes, saidIn } from './faults/app-fault';
import { mac } from './faults/load-faults';
import { callWithMutated } from './faults/mutated-calls';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';

/** Fixed; `npm run soak -- ipc` and `npm run soak -- faults` take new ones, and a start of the app for each fault. */
const [seed, callsEach] = [20260910, 20];

/** One start of the app for all of them: each begins where the one before has left it. */
describe('a popover in the hands of somebody else, and on a Mac that falls ill', () => {
  let app: LatchkeyApp;
  let page: Page;
  const said = async () => saidIn(await app.state());
  const lookAgain = () => page.evaluate(() => window.latchkey.state.refresh());

  beforeAll(async () => {
    app = await launchLatchkey(mac, { preloads: ['child-recorder.cjs'] });
    page = await app.openPopover();
  });
  afterAll(() => app.close());

  it('has every verb refuse what is not its own, whatever that is, and does nothing of it', async () => {
    const before = app.mac.ledger();
    for (const verb of requestVerbs) {
      const { calls, wrong } = await callWithMutated(page, verb, seed, callsEach);
      expect(wrong, verb).toEqual([]);
      expect(calls, verb).toBeGreaterThan(callsEach);
    }
    expect(app.mac.ledger()).toEqual(before);
    expect(app.electron.windows()).toHaveLength(1);
    expect((await app.state()).snapshot?.hold).toEqual({ state: 'off' });
  });

  it('answers while `ps` does not, says so, and does not ask it a second time beside itself', async () => {
    app.mac.setFaults([{ tool: 'ps', hangMs: 600_000 }]);
    await page.evaluate(() => {
      for (let time = 0; time < 64; time += 1) void window.latchkey.state.refresh().catch(() => undefined);
    });
    expect((await answerTimes(page, 500)).length).toBeGreaterThan(5);
    await expect.poll(said).toContain('/bin/ps did not answer within 4 s');
    const living = () => app.electron.evaluate(() => (Reflect.get(globalThis, 'livingChildren') as () => number)());
    expect(await living()).toBeLessThanOrEqual(4);
    app.mac.setFaults([]);
    await lookAgain();
    await expect.poll(said).not.toContain('/bin/ps did not answer');
  });

  it('leaves no child behind', async () => {
    app.mac.setFaults([{ tool: 'ps', hangMs: 600_000 }]);
    void lookAgain().catch(() => undefined);
    await expect.poll(() => processesThatBelongTo(app.mac.root).length).toBeGreaterThan(0);
    await app.quit();
    await expect.poll(() => processesThatBelongTo(app.mac.root)).toEqual([]);
  });
});
