import { spawn } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type AppVerb, answerLimitsMs } from '../../../electron/core/hold/running-app';
import { failure, success } from '../../../electron/core/outcome';
import { defaultLimits } from '../../../electron/shell/ipc/socket-connection';
import { createRunningApp } from '../../../electron/system/hold/running-app';
import { held, holdOff, placeOn, socketForEachTest } from '../served-socket';
import { request } from '../socket-client';

describe('the socket for the command line', () => {
  const { log, mac, place, handlers, serve, connected } = socketForEachTest();

  it('is the user’s alone: 0600, in a folder of 0700, also where that was open to others', async () => {
    mkdirSync(place().folder, { recursive: true });
    chmodSync(place().folder, 0o755);
    expect((await serve()).problem).toBeNull();
    expect(lstatSync(place().folder).mode & 0o777).toBe(0o700);
    expect(lstatSync(place().path).mode & 0o777).toBe(0o600);
    expect(lstatSync(place().path).isSocket()).toBe(true);
  });

  it('hands a request to the handler of the contract’s verb, and the answer back under its number', async () => {
    await serve();
    handlers()['hold.start'].mockResolvedValue(failure('no-keychain', 'No login keychain was found.'));
    const client = await connected();
    client.write(request('hold.start', held, 7));
    expect(await client.answer()).toEqual({
      ...{ id: 7, ok: true },
      value: { ok: false, code: 'no-keychain', reason: 'No login keychain was found.' },
    });
    expect(handlers()['hold.start']).toHaveBeenCalledExactlyOnceWith(held);
    client.socket.destroy();
  });

  it('is what the command line’s own client speaks', async () => {
    await serve();
    handlers()['hold.end'].mockResolvedValue(success(undefined));
    handlers()['state.get'].mockReturnValue(holdOff);
    const app = createRunningApp(place());
    expect(await app.ask('hold.end', { relock: true })).toEqual({ kind: 'answered', reply: { ok: true } });
    expect(handlers()['hold.end']).toHaveBeenCalledExactlyOnceWith({ relock: true });
    expect(await app.ask('state.get', undefined)).toEqual({ kind: 'answered', reply: { hold: { state: 'off' } } });
  });

  it('tells nothing of the state but the hold', async () => {
    await serve();
    handlers()['state.get'].mockReturnValue(holdOff);
    const client = await connected();
    client.write(request('state.get'));
    expect(await client.answer()).toEqual({ id: 1, ok: true, value: { hold: { state: 'off' } } });
    client.socket.destroy();
  });

  it('answers several at once, each when it is done', async () => {
    await serve();
    let finish = (_outcome: ReturnType<typeof success<void>>) => {};
    handlers()['hold.start'].mockReturnValue(
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    handlers()['hold.end'].mockResolvedValue(success(undefined));
    const client = await connected();
    client.write(request('hold.start', held, 1) + request('hold.end', { relock: false }, 2));
    expect(await client.answer()).toMatchObject({ id: 2 });
    finish(success(undefined));
    expect(await client.answer()).toMatchObject({ id: 1 });
    client.socket.destroy();
  });

  it('does not end a connection as idle while it works on a request', async () => {
    await serve({ ...defaultLimits, idleMs: 30 });
    handlers()['hold.start'].mockReturnValue(
      new Promise((resolve) => setTimeout(() => resolve(success(undefined)), 200)),
    );
    handlers()['hold.end'].mockResolvedValue(success(undefined));
    const client = await connected();
    client.write(request('hold.start', held, 1) + request('hold.end', { relock: false }, 2));
    expect(await client.answer()).toMatchObject({ id: 2, ok: true });
    expect(await client.answer()).toMatchObject({ id: 1, ok: true });
    client.socket.destroy();
  });

  describe('another user', () => {
    /** Connects as nobody and sends a request. @returns what came back, or the error's code */
    const asNobody = async (): Promise<string> => {
      const program = `const s=require('net').connect(${JSON.stringify(place().path)});let t='';
        s.on('error',(e)=>{console.log(e.code);process.exit()});
        s.on('data',(d)=>{t+=d});s.on('close',()=>console.log(t));
        s.write(${JSON.stringify(request('hold.end', { relock: false }))});`;
      const child = spawn('setpriv', [
        '--reuid=65534',
        '--regid=65534',
        '--clear-groups',
        '--',
        process.execPath,
        '-e',
        program,
      ]);
      let output = '';
      child.stdout.on('data', (text) => {
        output += text;
      });
      await new Promise((resolve) => child.on('close', resolve));
      return output.trim();
    };
    const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

    it('does not get through the folder', async (context) => {
      if (!isRoot) return context.skip('only root can be another user here');
      await serve();
      expect(await asNobody()).toBe('EACCES');
    });

    it('is known by the kernel and turned away where he does', async (context) => {
      if (!isRoot) return context.skip('only root can be another user here');
      await serve();
      chmodSync(place().path, 0o777);
      for (let folder = place().folder; folder.length >= mac().root.length; folder = join(folder, '..'))
        chmodSync(folder, 0o755);
      expect(JSON.parse(await asNobody())).toMatchObject({ ok: false, code: 'peer-not-allowed' });
      expect(handlers()['hold.end']).not.toHaveBeenCalled();
    });

    it('is not asked, where it is he who listens', async () => {
      await serve();
      const app = createRunningApp({ ...place(), peerUid: () => success(12_345) });
      expect(await app.ask('hold.end', { relock: false })).toMatchObject({ kind: 'unreachable' });
      expect(handlers()['hold.end']).not.toHaveBeenCalled();
    });
  });

  it('is not opened where nobody could tell who asks: a mode alone is not enough', async () => {
    rmSync(`${mac().root}/usr/lib/libSystem.B.dylib`);
    const socket = await serve(defaultLimits, placeOn(mac()));
    expect(socket.problem).toMatch(/cannot tell who asks/);
    expect(existsSync(place().path)).toBe(false);
    expect(log).toHaveBeenCalledOnce();
  });

  it('turns everybody away whose user the kernel does not tell', async () => {
    await serve(defaultLimits, { ...place(), peerUid: () => failure('not-known', 'It is not known.') });
    const client = await connected();
    expect(await client.answer()).toMatchObject({ ok: false, code: 'peer-not-known' });
    await client.closed;
  });

  describe('what lies there already', () => {
    it('is replaced where a crash has left it', async () => {
      mkdirSync(place().folder, { recursive: true });
      const script = `require('net').createServer().listen(${JSON.stringify(place().path)},()=>process.kill(process.pid,'SIGKILL'))`;
      const dying = spawn(process.execPath, ['-e', script]);
      await new Promise((resolve) => dying.on('close', resolve));
      expect(lstatSync(place().path).isSocket()).toBe(true);
      expect(await createRunningApp(place()).ask('state.get', undefined)).toEqual({ kind: 'not-running' });
      expect((await serve()).problem).toBeNull();
      handlers()['state.get'].mockReturnValue(holdOff);
      expect(await createRunningApp(place()).ask('state.get', undefined)).toMatchObject({ kind: 'answered' });
    });

    it('is respected where somebody listens', async () => {
      await serve();
      handlers()['state.get'].mockReturnValue(holdOff);
      const second = await serve();
      expect(second.problem).toMatch(/another Latchkey/);
      second.close();
      expect(await createRunningApp(place()).ask('state.get', undefined)).toMatchObject({ kind: 'answered' });
    });

    it('is left alone where it is no socket', async () => {
      mkdirSync(place().folder, { recursive: true });
      writeFileSync(place().path, 'mine');
      expect((await serve()).problem).toMatch(/something else/);
      expect(readFileSync(place().path, 'utf8')).toBe('mine');
      expect(await createRunningApp(place()).ask('state.get', undefined)).toMatchObject({ kind: 'unreachable' });
    });

    it('goes with the app', async () => {
      const socket = await serve();
      socket.close();
      await expect.poll(() => existsSync(place().path)).toBe(false);
      expect(await createRunningApp(place()).ask('state.get', undefined)).toEqual({ kind: 'not-running' });
    });
  });

  it('is not where its path is longer than macOS can connect to, and both sides say so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-long-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const long = {
      ...place(),
      folder: `${folder}/${'x'.repeat(90)}`,
      path: `${folder}/${'x'.repeat(90)}/latchkey.sock`,
    };
    expect((await serve(defaultLimits, long)).problem).toMatch(/macOS allows 103/);
    expect(await createRunningApp(long).ask('state.get', undefined)).toMatchObject({
      kind: 'unreachable',
      reason: expect.stringContaining('longer than macOS allows'),
    });
  });

  describe.each([
    ['never answers', (socket: Socket) => void socket.resume()],
    ['says a byte now and then', (socket: Socket) => drip(socket, ' ')],
    ['answers something else for ever', (socket: Socket) => drip(socket, 'x'.repeat(100))],
  ])('an app that takes the request and %s', (_what, behave) => {
    it.each<[AppVerb, unknown]>([
      ['state.get', undefined],
      ['hold.start', held],
      ['hold.end', { relock: false }],
      ['hold.resolveConflict', { keychainPath: '/k', decision: 'leave' }],
    ])('is told of as silent when "%s" has waited as long as it may', async (verb, payload) => {
      const open = new Set<Socket>();
      const server = createServer((socket) => {
        socket.on('error', () => undefined);
        open.add(socket);
        behave(socket);
      });
      mkdirSync(place().folder, { recursive: true });
      await new Promise<void>((resolve) => server.listen(place().path, resolve));
      onTestFinished(() => {
        server.close();
        for (const socket of open) socket.destroy();
      });
      const limits = { 'state.get': 100, 'hold.start': 100, 'hold.end': 100, 'hold.resolveConflict': 100 };
      expect(await createRunningApp(place(), limits).ask(verb, payload as never)).toMatchObject({ kind: 'silent' });
    });
  });

  it('waits for no answer longer than a password dialog may stand, and for that only before a hold', () => {
    const { 'hold.start': startHold, ...others } = answerLimitsMs;
    expect(startHold).toBeLessThanOrEqual(6 * 60_000);
    expect(Math.max(...Object.values(others))).toBeLessThanOrEqual(30_000);
  });

  it('says that an answer got lost where the app goes before it answers', async () => {
    const server = createServer((socket) => socket.destroy());
    mkdirSync(place().folder, { recursive: true });
    await new Promise<void>((resolve) => server.listen(place().path, resolve));
    onTestFinished(() => void server.close());
    expect(await createRunningApp(place()).ask('hold.end', { relock: false })).toMatchObject({ kind: 'lost' });
  });
});

/** So long as the other side is there. */
const drip = (socket: Socket, text: string): void => {
  const dripping = setInterval(() => socket.write(text), 10);
  socket.on('close', () => clearInterval(dripping));
};
