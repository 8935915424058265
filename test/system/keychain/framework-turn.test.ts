import { describe, expect, it } from 'vitest';
import { createFrameworkTurn } from '../../../electron/system/keychain/framework-turn';

const held = () => {
  let end: (value: string) => void = () => {};
  const call = new Promise<string>((resolve) => {
    end = resolve;
  });
  return { call: () => call, end };
};

const longMs = 60_000;

describe('a turn in the framework', () => {
  it('is taken by one after the other', async () => {
    const turn = createFrameworkTurn();
    const [first, order]: [ReturnType<typeof held>, string[]] = [held(), []];
    const one = turn.take(first.call, longMs).then((value) => order.push(value ?? 'late'));
    const two = turn.take(async () => order.push('second begins'), longMs);
    expect(turn.isTaken()).toBe(true);
    expect(order).toEqual([]);
    first.end('first ends');
    await Promise.all([one, two]);
    expect(order.sort()).toEqual(['first ends', 'second begins']);
    expect(turn.isTaken()).toBe(false);
  });

  it('is not in the way of whoever has it, nor of a brief call that nobody holds up', async () => {
    const turn = createFrameworkTurn();
    expect(await turn.take(async () => turn.isTaken(), longMs)).toBe(false);
    let asked = false;
    const brief = turn.takeBriefly(() => {
      asked = true;
    });
    // At once, and not in some later turn of the event loop.
    expect(asked).toBe(true);
    await brief;
  });

  it('lets a brief call wait for its turn', async () => {
    const turn = createFrameworkTurn();
    const listing = held();
    const waiting = turn.take(listing.call, longMs);
    const brief = turn.takeBriefly(() => turn.isTaken());
    listing.end('done');
    expect(await waiting).toBe('done');
    expect(await brief).toBe(false);
  });

  it('is given up after its limit, without ever making a call that had not begun', async () => {
    const turn = createFrameworkTurn();
    const stuck = held();
    const late: string[] = [];
    expect(await turn.take(stuck.call, 1, (value) => late.push(value))).toBe(null);
    expect([turn.isOverdue(), turn.isTaken()]).toEqual([true, true]);
    const begun: string[] = [];
    const refused = async (name: string) => begun.push(name);
    expect(await turn.take(() => refused('never'), longMs)).toBe(null);
    expect(await turn.takeBriefly(() => begun.push('briefly'))).toBe(null);
    stuck.end('too late');
    expect(await turn.take(async () => 'well again', longMs)).toBe(null);
    await turn.take(async () => undefined, longMs).then(() => undefined);
    expect(begun).toEqual([]);
    expect(late).toEqual(['too late']);
    expect([turn.isOverdue(), turn.isTaken()]).toEqual([false, false]);
    expect(await turn.take(async () => 'well again', longMs)).toBe('well again');
  });

  it('is kept by a call that somebody else bounds, for as long as it takes', async () => {
    const turn = createFrameworkTurn();
    const keyring = held();
    const holding = turn.hold(keyring.call);
    expect(turn.isTaken()).toBe(true);
    expect(await turn.take(async () => 'not while that is under way', 1)).toBe(null);
    expect(turn.isOverdue()).toBe(true);
    keyring.end('back');
    expect(await holding).toBe('back');
    expect(turn.isOverdue()).toBe(false);
    await expect(turn.hold(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await turn.take(async () => 'next', longMs)).toBe('next');
  });

  it('goes to the next where a call fails', async () => {
    const turn = createFrameworkTurn();
    await expect(turn.take(() => Promise.reject(new Error('no')), longMs)).rejects.toThrow('no');
    expect(await turn.take(async () => 'next', longMs)).toBe('next');
  });
});
