/**
 * What a simulated executable (native/mac-tool.c) and the Mac's model say to each other. A frame: one letter, four bytes of length,
 * the payload.
 *
 * To the model: `c` the call, `i` what stood on standard input (nothing: its end), `t` what was typed at the terminal.
 * From it: `o` and `e` output, `r` and `p` to ask for those two, `x` a program to run instead, `k` a signal and `q` a code to end by.
 */
export interface Frame {
  readonly letter: string;
  readonly payload: Buffer;
}

const headBytes = 5;

export const frameBytes = (letter: string, payload: Uint8Array | string): Buffer => {
  const body = Buffer.from(payload);
  const head = Buffer.alloc(headBytes);
  head.write(letter, 'latin1');
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
};

/** A list of texts, none of which can hold a zero byte: arguments, variables and paths cannot. */
export const listBytes = (texts: readonly string[]): string => texts.map((text) => `${text}\0`).join('');

/** Takes the bytes as they come. */
export class FrameReader {
  #rest = Buffer.alloc(0);

  /** @returns the frames that are complete with these bytes */
  add(bytes: Buffer): readonly Frame[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const frames: Frame[] = [];
    while (this.#rest.length >= headBytes) {
      const end = headBytes + this.#rest.readUInt32BE(1);
      if (this.#rest.length < end) break;
      frames.push({ letter: this.#rest.toString('latin1', 0, 1), payload: this.#rest.subarray(headBytes, end) });
      this.#rest = this.#rest.subarray(end);
    }
    return frames;
  }
}

/** The call as the executable tells it. */
export interface CallFrame {
  readonly tool: string;
  readonly folder: string;
  readonly pid: number;
  readonly parentPid: number;
  readonly uid: number;
  readonly gid: number;
  readonly isInputTerminal: boolean;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

export const readCallFrame = (payload: Buffer): CallFrame => {
  const texts = payload.toString('utf8').split('\0').slice(0, -1);
  const [tool = '', folder = '', pid, parentPid, uid, gid, isTerminal, argumentCount, ...rest] = texts;
  const count = Number(argumentCount);
  return {
    tool,
    folder,
    pid: Number(pid),
    parentPid: Number(parentPid),
    uid: Number(uid),
    gid: Number(gid),
    isInputTerminal: isTerminal === '1',
    args: rest.slice(0, count),
    environment: Object.fromEntries(
      rest.slice(count).map((variable) => {
        const equals = variable.indexOf('=');
        return [variable.slice(0, equals), variable.slice(equals + 1)];
      }),
    ),
  };
};
