import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInWorker, type WorkerLimits } from '../../../electron/system/children/bounded-worker';

describe('a worker', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-worker-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  let programs = 0;
  const run = (program: string, limits?: WorkerLimits) => {
    programs += 1;
    const file = join(folder, `${programs}.cjs`);
    writeFileSync(file, `const { parentPort, workerData } = require('node:worker_threads');\n${program}`);
    return runInWorker(file, { name: 'n', path: '/p', content: Buffer.from('some text') }, limits);
  };
  const shortly = { timeLimitMs: 300, mostMegabytes: 64 };

  it('gives back what its program says of the content', async () => {
    const said = await run(
      'parentPort.postMessage({ value: new Map([[workerData.name + workerData.path, Buffer.from(workerData.content).toString()]]) });',
    );
    expect(said).toEqual({ ok: true, value: new Map([['n/p', 'some text']]) });
  });

  it('is ended when its time is over, while this process goes on', async () => {
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 5);
    expect(await run('for (;;);', shortly)).toMatchObject({ ok: false, code: 'too-dear' });
    clearInterval(turning);
    expect(turns).toBeGreaterThan(5);
  });

  it('is ended when its memory is over', async () => {
    const greedy = await run('const all = []; for (;;) all.push(new Array(1e5).fill(all.length));', {
      timeLimitMs: 60_000,
      mostMegabytes: 16,
    });
    expect(greedy).toMatchObject({ ok: false, code: 'too-dear' });
  });

  it.each([
    ['throws', 'throw new Error("the text itself");'],
    ['ends without a word', ''],
    ['ends the process, as it thinks', 'process.exit(0);'],
    ['has a mistake', 'this is no program'],
  ])('is an answer as well where it %s', async (_what, program) => {
    const said = await run(program);
    expect(said).toMatchObject({ ok: false, code: 'no-worker' });
    expect(JSON.stringify(said)).not.toContain('the text itself');
  });

  it('is an answer where its program is not there', async () => {
    const job = { name: 'n', path: '/p', content: Buffer.from('') };
    expect(await runInWorker(join(folder, 'nowhere.cjs'), job)).toMatchObject({ ok: false, code: 'no-worker' });
  });

  it('has neither the environment nor the console of this process', async () => {
    process.env.LATCHKEY_SECRET_OF_A_TEST = 'x';
    const said = await run(
      'console.error("noise"); parentPort.postMessage({ value: process.env.LATCHKEY_SECRET_OF_A_TEST ?? null });',
    );
    delete process.env.LATCHKEY_SECRET_OF_A_TEST;
    expect(said).toEqual({ ok: true, value: null });
  });

  it('works alone: one after the other', async () => {
    const program = `
      const { readFileSync, writeFileSync } = require('node:fs');
      const place = ${JSON.stringify(join(tmpdir(), `latchkey-worker-${process.pid}`))};
      let others = 0;
      try { others = Number(readFileSync(place, 'utf8')); } catch {}
      writeFileSync(place, String(others + 1));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
      writeFileSync(place, '0');
      parentPort.postMessage({ value: others });
    `;
    const all = await Promise.all([run(program), run(program), run(program)]);
    rmSync(join(tmpdir(), `latchkey-worker-${process.pid}`), { force: true });
    expect(all).toEqual([0, 0, 0].map((value) => ({ ok: true, value })));
  });
});
