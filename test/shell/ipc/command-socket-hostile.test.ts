import { describe, expect, it, onTestFinished } from 'vitest';
import { requestVerbs } from '../../../electron/contract/verbs';
import { defaultLimits } from '../../../electron/shell/ipc/socket-connection';
import { held, holdOff, socketForEachTest } from '../served-socket';
import { request } from '../socket-client';

describe('the socket for the command line, spoken to by whoever', () => {
  const { log, handlers, serve, connected } = socketForEachTest();

  describe('refuses', () => {
    it.each(
      requestVerbs.filter((verb) => !['state.get', 'hold.start', 'hold.end', 'hold.resolveConflict'].includes(verb)),
    )('the verb "%s", which is the page’s', async (verb) => {
      await serve();
      const client = await connected();
      client.write(request(verb));
      expect(await client.answer()).toMatchObject({ id: 1, ok: false, code: 'no-such-verb' });
      expect(handlers()[verb]).not.toHaveBeenCalled();
      client.socket.destroy();
    });

    it.each<[string, unknown]>([
      ['hold.start', undefined],
      ['hold.start', { ...held, end: { kind: 'at', at: 'tomorrow' } }],
      ['hold.start', { ...held, end: { kind: 'back', afterMinutesAway: 0 } }],
      ['hold.start', { ...held, end: { kind: 'back', afterMinutesAway: 1441 } }],
      ['hold.start', { ...held, keychainPaths: [] }],
      ['hold.start', { ...held, keychainPaths: ['relative'] }],
      ['hold.start', { ...held, keychainPaths: Array.from({ length: 101 }, (_one, count) => `/k${count}`) }],
      ['hold.start', { ...held, password: 'hunter2' }],
      ['hold.end', {}],
      ['hold.end', { relock: 'yes' }],
      ['hold.resolveConflict', { keychainPath: '/x', decision: 'overwrite' }],
      ['state.get', { all: true }],
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
      ['no number', '{"verb":"hold.end","payload":{"relock":false}}\n'],
      ['a number that is none', '{"id":"1","verb":"hold.end"}\n'],
      ['a verb that is no word', '{"id":1,"verb":{}}\n'],
      ['more than a request has', '{"id":1,"verb":"state.get","uid":0}\n'],
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
      handlers()['state.get'].mockReturnValue(holdOff);
      const [first, second] = [await connected(), await connected()];
      first?.write(request('state.get'));
      second?.write(request('state.get'));
      await Promise.all([first?.answer(), second?.answer()]);
      const third = await connected();
      expect(await third.answer()).toMatchObject({ ok: false, code: 'busy' });
      first?.socket.destroy();
      await first?.closed;
      await expect
        .poll(async () => {
          const next = await connected();
          next.write(request('state.get'));
          const answer = await next.answer();
          next.socket.destroy();
          return answer?.ok;
        })
        .toBe(true);
      second?.socket.destroy();
    });

    it('more requests at once than it works on', async () => {
      await serve({ ...defaultLimits, mostRequests: 1 });
      handlers()['hold.start'].mockReturnValue(new Promise(() => undefined));
      const client = await connected();
      client.write(request('hold.start', held, 1) + request('state.get', undefined, 2));
      expect(await client.answer()).toMatchObject({ id: 2, ok: false, code: 'busy' });
      client.socket.destroy();
    });
  });

  it('reads no more from who does not read its answers, and keeps little for him', async () => {
    await serve();
    handlers()['state.get'].mockReturnValue(holdOff);
    const client = await connected();
    client.socket.pause();
    const before = process.memoryUsage();
    const requests = Buffer.from(request('hold.start', { ...held, keychainPaths: ['relative'] }).repeat(100));
    const wholeBytes = 15 * 1024 * 1024;
    // Until the kernel's own buffers are full: the rest waits on the side of the sender.
    for (let sent = 0; sent < wholeBytes; sent += requests.length) client.socket.write(requests);
    let written = -1;
    while (written !== client.socket.bytesWritten - client.socket.writableLength && !client.socket.destroyed) {
      written = client.socket.bytesWritten - client.socket.writableLength;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(written).toBeLessThan(wholeBytes / 4);
    const grown = process.memoryUsage().rss - before.rss - client.socket.writableLength;
    expect(grown).toBeLessThan(60 * 1024 * 1024);
    client.socket.destroy();
  });

  it('drops who has left more unread than is kept for him', async () => {
    await serve({ ...defaultLimits, mostUnreadBytes: 1_000 });
    const client = await connected();
    client.socket.pause();
    client.socket.on('error', () => undefined);
    const asking = setInterval(() => client.write(request('noSuchVerb').repeat(5_000)), 5);
    onTestFinished(() => clearInterval(asking));
    await client.closed;
  });

  it('answers all that was asked by who reads slowly', async () => {
    await serve();
    handlers()['state.get'].mockReturnValue(holdOff);
    const client = await connected();
    client.socket.pause();
    const count = 4_000;
    client.write(Array.from({ length: count }, (_, id) => request('noSuchVerb', undefined, id)).join(''));
    client.socket.resume();
    for (let answered = 0; answered < count; answered += 1) expect(await client.answer()).not.toBeNull();
    client.socket.destroy();
  });

  it('goes on when a client dies in the middle, and when a handler fails', async () => {
    await serve();
    handlers()['hold.end'].mockRejectedValueOnce(new TypeError('secret of the handler'));
    const rude = await connected();
    rude.write('{"id":1,"verb":"endHo');
    rude.socket.destroy();
    const client = await connected();
    client.write(request('hold.end', { relock: false }));
    const answer = await client.answer();
    expect(answer).toMatchObject({ ok: false, code: 'refused' });
    expect(JSON.stringify(answer)).not.toContain('secret');
    client.socket.destroy();
  });
});
