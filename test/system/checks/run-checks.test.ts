import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { CheckId } from '../../../electron/core/diagnosis/causes/checks';
import type { Check, Finding } from '../../../electron/system/checks/check';
import { type CheckProgress, runChecks } from '../../../electron/system/checks/run-checks';
import { activeResources, leftBehind } from './loopback-network';

const fine: Finding = { lookedAt: 'something', result: 'fine', sentence: 'It is fine.', facts: {} };
const check = (id: CheckId, run: Check['run'], hosts: readonly string[] = []): Check => ({ id, hosts, run });
const never = () => new AbortController().signal;
/** Waits as a good check does: until it is called off. */
const until = (signal: AbortSignal) => wait(60_000, fine, { signal }).catch(() => fine);

describe('a run of checks', () => {
  it('has one result for each, in their order, whichever ends first', async () => {
    const slow = check('disk', () => wait(30, fine));
    const fast = check('vpn', async () => ({ ...fine, result: 'problem' }));
    const results = await runChecks([slow, fast], { signal: never() });
    expect(results.map(({ id, result }) => [id, result])).toEqual([
      ['disk', 'fine'],
      ['vpn', 'problem'],
    ]);
    expect(results[0]?.tookMs).toBeGreaterThanOrEqual(29);
  });

  it('runs only a few of those that stay on this Mac at once, and does not let them wait for the network', async () => {
    const running = { near: 0, far: 0 };
    let most = 0;
    const near = async () => {
      running.near += 1;
      most = Math.max(most, running.near);
      await wait(20);
      expect(running.far).toBe(1);
      running.near -= 1;
      return fine;
    };
    const far = async () => {
      running.far = 1;
      await wait(80);
      return fine;
    };
    const ids = ['disk', 'vpn', 'proxy', 'folders', 'editors'] as const;
    const results = await runChecks([...ids.map((id) => check(id, near)), check('hosts', far, ['example.com'])], {
      signal: never(),
      mostAtOnce: 2,
    });
    expect(most).toBe(2);
    expect(results.map(({ result }) => result)).toEqual(['fine', 'fine', 'fine', 'fine', 'fine', 'fine']);
  });

  it('tells how far it is after each step', async () => {
    const told: CheckProgress[] = [];
    await runChecks([check('disk', async () => fine), check('vpn', async () => fine)], {
      signal: never(),
      mostAtOnce: 1,
      onProgress: (progress) => told.push(progress),
    });
    expect(told.map(({ finished, running, waiting }) => [finished.length, running, waiting])).toEqual([
      [0, ['disk'], ['vpn']],
      [1, [], ['vpn']],
      [1, ['vpn'], []],
      [2, [], []],
    ]);
  });

  it('tells what one that takes long can tell already, and lets the others have its turn', async () => {
    const told: CheckProgress[] = [];
    let end = (): void => {};
    const hanging: Check = {
      ...check('credentials', () => new Promise((resolve) => (end = () => resolve(fine)))),
      soFar: async () => 'No answer yet for: gh.',
    };
    const silent = check('disk', () => new Promise((resolve) => setImmediate(() => resolve(fine))));
    await runChecks([hanging, silent], {
      signal: never(),
      mostAtOnce: 1,
      slowAfterMs: 1,
      onProgress(progress) {
        told.push(progress);
        if (progress.finished.length === 1 && progress.slow.length === 1) end();
      },
    });
    const slow = { id: 'credentials', sentence: 'No answer yet for: gh.' };
    expect(told.find(({ slow: some }) => some.length > 0)).toMatchObject({ slow: [slow] });
    expect(told.at(-1)?.finished.map(({ id }) => id)).toEqual(['disk', 'credentials']);
    expect(told.at(-1)?.slow).toEqual([]);
  });

  it('takes a check that throws for one that could not look', async () => {
    const broken = check('disk', () => {
      throw new Error('oh');
    });
    const [result] = await runChecks([broken, check('vpn', () => Promise.reject('text'))], { signal: never() });
    expect(result).toMatchObject({ result: 'not-possible', sentence: 'The check itself failed: Error.' });
  });

  it('ends when it is called off: what was not finished is cancelled, and nothing is left behind', async () => {
    const controller = new AbortController();
    const before = activeResources();
    const startedMs = performance.now();
    const results = await runChecks(
      [check('disk', async () => fine), check('vpn', until), check('proxy', until), check('editors', until)],
      {
        signal: controller.signal,
        mostAtOnce: 2,
        onProgress: ({ finished }) => finished.length === 1 && controller.abort(),
      },
    );
    expect(results.map(({ result }) => result)).toEqual(['fine', 'cancelled', 'cancelled', 'cancelled']);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
    expect(await leftBehind(before)).toEqual([]);
  });

  it('waits, once it is called off, for what a check has yet to end', async () => {
    let isEnded = false;
    const tidy = check('disk', async (signal) => {
      await until(signal);
      await wait(100);
      isEnded = true;
      return fine;
    });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 20);
    const [result] = await runChecks([tidy], { signal: controller.signal });
    expect([result?.result, isEnded]).toEqual(['cancelled', true]);
  });

  it('does not begin at all when it was called off before', async () => {
    let begun = 0;
    const count = async () => {
      begun += 1;
      return fine;
    };
    const results = await runChecks([check('disk', count)], { signal: AbortSignal.abort() });
    expect([begun, results[0]?.result]).toEqual([0, 'cancelled']);
  });

  it('keeps its bound even where a check neither ends nor gives up', async () => {
    const startedMs = performance.now();
    const deaf = check('disk', () => new Promise<Finding>(() => {}));
    const [late, good] = await runChecks([deaf, check('vpn', async () => fine)], {
      signal: never(),
      totalLimitMs: 1_200,
    });
    expect(late).toMatchObject({ result: 'not-possible', sentence: expect.stringMatching(/^The 1 s that .* were up/) });
    expect(good?.result).toBe('fine');
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });
});
