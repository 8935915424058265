import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { constants } from 'node:os';
import { answerCall } from './answer-call';
import { ByteReader } from './byte-reader';
import { statePath } from './mac-files';
import type { Program, ToolConsole, ToolEnd } from './tool-call';
import { FrameReader, frameBytes, listBytes, readCallFrame } from './tool-frames';

/** The one that answers all executables of one simulated Mac. */
export interface Model {
  /** Since the last call ended; 0 while one is under way. */
  idleMs(): number;
  /** Whoever still waits for an answer is told that the Mac is gone. */
  close(): Promise<void>;
}

/** What fits into macOS's `sun_path`, with the zero byte that ends it. */
const longestSocketPathBytes = 103;

/**
 * Answers the executables of the Mac in this folder from now on. Where the folder's path is too long for a socket, that lies
 * elsewhere and a link leads to it.
 *
 * @returns null when there is a model already
 */
export const startModel = async (root: string): Promise<Model | null> => {
  const inside = statePath(root, 'model');
  const isTooLong = Buffer.byteLength(inside) > longestSocketPathBytes;
  const folder = isTooLong ? mkdtempSync('/tmp/latchkey-model-') : null;
  const calls = new Calls(root);
  const server = createServer((socket) => calls.answer(socket));
  if (!(await listens(server, folder === null ? inside : `${folder}/model`))) return null;
  if (folder !== null) symlinkSync(`${folder}/model`, inside);
  return {
    idleMs: () => calls.idleMs(),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      calls.end();
      await closed;
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
};

const listens = (server: Server, path: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(path, () => resolve(true));
  });

class Calls {
  readonly #underWay = new Set<Socket>();
  #lastEndMs = performance.now();

  constructor(readonly root: string) {}

  idleMs(): number {
    return this.#underWay.size > 0 ? 0 : performance.now() - this.#lastEndMs;
  }

  end(): void {
    for (const socket of this.#underWay) socket.destroy();
  }

  answer(socket: Socket): void {
    const frames = new FrameReader();
    const console = new SocketConsole(socket);
    this.#underWay.add(socket);
    socket.on('data', (bytes) => {
      for (const { letter, payload } of frames.add(bytes)) {
        if (letter === 'c') void this.#answer(payload, socket, console);
        else console.hear(payload);
      }
    });
    socket.on('error', () => undefined); // it is closed as well then
    socket.on('close', () => {
      console.leave();
      this.#underWay.delete(socket);
      this.#lastEndMs = performance.now();
    });
  }

  async #answer(payload: Buffer, socket: Socket, console: ToolConsole): Promise<void> {
    const { tool, args, environment, isInputTerminal, ...caller } = readCallFrame(payload);
    const end = await answerCall({
      ...{ root: this.root, tool, args, caller },
      environment: { ...environment, LATCHKEY_SIMULATED_MAC: this.root },
      console: Object.assign(console, { isInputTerminal }),
    });
    if (socket.writable) socket.end(endFrame(end));
  }
}

const endFrame = (end: ToolEnd): Buffer => {
  if (typeof end === 'number') return frameBytes('q', String(end & 0xff));
  if ('signal' in end) return frameBytes('k', String(constants.signals[end.signal]));
  return frameBytes('x', programBytes(end.program));
};

const programBytes = ({ words, environment, folder = '', hasInput, codeOnSignal }: Program): string =>
  listBytes([
    ...[hasInput ? '1' : '0', String(codeOnSignal ?? ''), folder],
    ...[String(words.length), ...words],
    ...Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])),
  ]);

/** The far end's streams. It is asked for one thing at a time. */
class SocketConsole implements ToolConsole {
  readonly input = new ByteReader(async () => {
    const chunk = await this.#ask('r', '');
    return chunk.length === 0 ? null : chunk;
  });
  readonly isInputTerminal = false;
  readonly #socket: Socket;
  readonly #gone = new AbortController();
  #asked: { resolve: (payload: Buffer) => void; reject: (reason: unknown) => void } | null = null;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  write(stream: 'stdout' | 'stderr', text: string): void {
    if (this.#socket.writable) this.#socket.write(frameBytes(stream === 'stdout' ? 'o' : 'e', text));
  }

  async askAtTerminal(prompt: string): Promise<Uint8Array | null> {
    const answer = await this.#ask('p', prompt);
    return answer.toString('latin1', 0, 1) === '1' ? answer.subarray(1) : null;
  }

  hear(payload: Buffer): void {
    this.#asked?.resolve(payload);
    this.#asked = null;
  }

  leave(): void {
    this.#gone.abort();
    this.#asked?.reject(this.#gone.signal.reason);
    this.#asked = null;
  }

  #ask(letter: 'r' | 'p', payload: string): Promise<Buffer> {
    this.#gone.signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject };
      this.#socket.write(frameBytes(letter, payload));
    });
  }
}
