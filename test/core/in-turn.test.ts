import { expect, it } from 'vitest';
import { createInTurn } from '../../electron/core/in-turn';

const createGate = () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
};

it('runs one after the other, whatever becomes of each', async () => {
  const turns = createInTurn();
  const told: string[] = [];
  const gates = [createGate(), createGate()] as const;
  expect(turns.isBusy()).toBe(false);
  const first = turns.run(async () => {
    told.push('first begins');
    await gates[0].opened;
    told.push('first ends');
    throw new Error('first');
  });
  const failed = expect(first).rejects.toThrow('first');
  const second = turns.run(async () => {
    told.push('second begins');
    await gates[1].opened;
    return 2;
  });
  const isIdle = turns.idle().then(() => told.push('idle'));
  expect(turns.isBusy()).toBe(true);
  gates[0].open();
  await failed;
  expect(turns.isBusy()).toBe(true);
  gates[1].open();
  await expect(second).resolves.toBe(2);
  await isIdle;
  expect(told).toEqual(['first begins', 'first ends', 'second begins', 'idle']);
  expect(turns.isBusy()).toBe(false);
  await expect(turns.idle()).resolves.toBeUndefined();
});
