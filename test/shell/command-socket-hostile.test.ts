import { describe, expect, it, onTestFinished } from 'vitest';
import { requestVerbs } from '../../electron/shell/ipc-server';
import { defaultLimits } from '../../electron/shell/socket-connection';
import { held, holdOff, socketForEachTest } from './served-socket';
import { request } from './socket-client';

describe('the socket for the command line, spoken to by whoever', () => {
  const { log, handlers, serve, connected } = socketForEachTest();

  describe('refuses', () => {
    it.each(requestVerbs.filter((verb) => !['getState', 'startHold', 'endHold', 'resolveHoldConflict'].includes(verb)))(
      'the verb "%s", which is the page’s',
      async (verb) => {
        await serve();
        const client = await connected();
        client.write(request(verb));
        expect(await client.answer()).toMatchObject({ id: 1, ok: false, code: 'no-such-verb' });
        expect(handlers()[verb]).not.toHaveBeenCalled();
        client.socket.destroy();
      },
    );

    it.each<[string, unknown]>([
      ['startHold', undefined],
      ['startHold', { ...held, end: { kind: 'at', at: 'tomorrow' } }],
      ['startHold', { ...held, end: { kind: 'back', afterMinutesAway: 0 } }],
      ['startHold', { ...held, end: { kind: 'back', afterMinutesAway: 1441 } }],
      ['startHold', { ...held, keychainPaths: [] }],
      ['startHold', { ...held, keychainPaths: ['relative'] }],
      ['startHold', { ...held, keychainPaths: Array.from({ length: 101 }, (_one, count) => `/k${count}`) }],
      ['startHold', { ...held, password: 'hunter2' }],
      ['endHold', {}],
      ['endHold', { relock: 'yes' }],
      ['resolveHoldConflict', { keychainPath: '/x', decision: 'overwrite' }],
      ['getState', { all: true }],
    ])('"%s" with %j, as the page would be', async (verb, payload) => {
      await serve();
      const client = await connected();
      client.write(request(verb, payload));
      expect(await client.answer()).toMatchObject({ id: 1, ok: false, code: 'refused' });
      for (const handler of Object.values(handlers())) expect(handler).not.toHaveBeenCalled();
      expect(log.mock.calls.join()).not.toContain('hunter2');
      client.socket.destroy();
    });

    it.each<[string, string | Uint8Array]>([
      ['an empty line', '\n'],
      ['no JSON', 'GET / HTTP/1.1\r\n\r\n'],
      ['a list', '[1,2]\n'],
      ['no number', '{"verb":"endHold","payload":{"relock":false}}\n'],
      ['a number that is none', '{"id":"1","verb":"endHold"}\n'],
      ['a verb that is no word', '{"id":1,"verb":{}}\n'],
      ['more than a request has', '{"id":1,"verb":"getState","uid":0}\n'],
      ['an inherited verb', '{"id":1,"verb":"constructor"}\n'],
      ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x0a])],
      ['deep nesting', `${'['.repeat(50_000)}\n`],
    ])('%s, and says why', async (_what, bytes) => {
      await serve();
      const client = await connected();
      client.write(bytes);
      const answer = await client.answer();
      expect(answer).toMatchObject({ ok: false, code: expect.stringMatching(/garbled|no-such-verb/) });
      client.socket.destroy();
      for (const handler of Object.values(handlers())) expect(handler).not.toHaveBeenCalled();
    });

    it('a line without an end, as soon as it is too long, and keeps none of it', async () => {
      await serve({ ...defaultLimits, longestLineCharacters: 1000 });
      const client = await connected();
      client.write('x'.repeat(600));
      client.write('x'.repeat(600));
      expect(await client.answer()).toMatchObject({ ok: false, code: 'too-long' });
      await client.closed;
    });

    it('who asks for nothing, also when he sends a byte now and then', async () => {
      await serve({ ...defaultLimits, idleMs: 150 });
      const client = await connected();
      const dripping = setInterval(() => client.write('{'), 20);
      onTestFinished(() => clearInterval(dripping));
      expect(await client.answer()).toMatchObject({ ok: false, code: 'idle' });
      await client.closed;
    });

    it('the connection that is one too many, and listens again when one has gone', async () => {
      await serve({ ...defaultLimits, mostConnections: 2 });
      handlers().getState.mockReturnValue(holdOff);
      const [first, second] = [await connected(), await connected()];
      first?.write(request('getState'));
      second?.write(request('getState'));
      await Promise.all([first?.answer(), second?.answer()]);
      const third = await connected();
      expect(await third.answer()).toMatchObject({ ok: false, code: 'busy' });
      first?.socket.destroy();
      await first?.closed;
      await expect
        .poll(async () => {
          const next = await connected();
          next.write(request('getState'));
          const answer = await next.answer();
          next.socket.destroy();
          return answer?.ok;
        })
        .toBe(true);
      second?.socket.destroy();
    });

    it('more requests at once than it works on', async () => {
      await serve({ ...defaultLimits, mostRequests: 1 });
      handlers().startHold.mockReturnValue(new Promise(() => undefined));
      const client = await connected();
      client.write(request('startHold', held, 1) + request('getState', undefined, 2));
      expect(await client.answer()).toMatchObject({ id: 2, ok: false, code: 'busy' });
      client.socket.destroy();
    });
  });

  it('goes on when a client dies in the middle, and when a handler fails', async () => {
    await serve();
    handlers().endHold.mockRejectedValueOnce(new TypeError('secret of the handler'));
    const rude = await connected();
    rude.write('{"id":1,"verb":"endHo');
    rude.socket.destroy();
    const client = await connected();
    client.write(request('endHold', { relock: false }));
    const answer = await client.answer();
    expect(answer).toMatchObject({ ok: false, code: 'refused' });
    expect(JSON.stringify(answer)).not.toContain('secret');
    client.socket.destroy();
  });
});
