import { describe, expect, it } from 'vitest';
import { createOneAtATime } from '../../../electron/system/children/one-at-a-time';

const deferred = <Value>() => {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
};

describe('one call in flight per kind', () => {
  it('shares a running query with whoever asks the same', async () => {
    const oneAtATime = createOneAtATime();
    const answer = deferred<string>();
    let started = 0;
    const ask = () =>
      oneAtATime.query('find', ['a'], () => {
        started += 1;
        return answer.promise;
      });
    const both = Promise.all([ask(), ask()]);
    answer.resolve('yes');
    expect(await both).toEqual(['yes', 'yes']);
    await ask();
    expect(started).toBe(2);
  });

  it('lets a query with other arguments wait for its turn, also behind one that failed', async () => {
    const oneAtATime = createOneAtATime();
    const first = deferred<string>();
    const order: string[] = [];
    const one = oneAtATime.query('find', ['a'], async () => {
      order.push('one starts');
      await first.promise;
      order.push('one ends');
      throw new Error('failed');
    });
    const two = oneAtATime.query('find', ['b'], () => {
      order.push('two starts');
      return Promise.resolve(2);
    });
    first.resolve('');
    await expect(one).rejects.toThrow('failed');
    expect(await two).toBe(2);
    expect(order).toEqual(['one starts', 'one ends', 'two starts']);
  });

  it('does not let one kind wait for another', async () => {
    const oneAtATime = createOneAtATime();
    const hanging = deferred<number>();
    const slow = oneAtATime.query('find', [], () => hanging.promise);
    expect(await oneAtATime.query('list', [], () => Promise.resolve(1))).toBe(1);
    hanging.resolve(0);
    await slow;
  });

  it('refuses an action while one of its kind runs, and takes it afterwards', async () => {
    const oneAtATime = createOneAtATime();
    const answer = deferred<string>();
    const running = oneAtATime.action('unlock', () => answer.promise);
    expect(oneAtATime.action('unlock', () => Promise.resolve('second'))).toBeNull();
    answer.resolve('first');
    expect(await running).toBe('first');
    expect(await oneAtATime.action('unlock', () => Promise.resolve('third'))).toBe('third');
  });
});
