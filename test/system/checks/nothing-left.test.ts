import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('./call-off-and-end.mjs', import.meta.url));

it('a process whose looks were called off has nothing that keeps it alive, and ends by itself', async () => {
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stderr.on('data', (text) => said.push(String(text)));
  await new Promise<void>((resolve) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', () => resolve());
  });
  const startedMs = performance.now();
  const code = child.exitCode ?? (await new Promise<number | null>((resolve) => child.once('exit', resolve)));
  expect([code, said]).toEqual([0, []]);
  expect(performance.now() - startedMs).toBeLessThan(3_000);
});
