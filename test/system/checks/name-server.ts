import { createSocket, type Socket } from 'node:dgram';

export type NameAnswer = 'hangs' | 'nxdomain' | 'server-failure' | { readonly a?: string; readonly aaaa?: string };

export interface NameServer {
  /** As a resolver takes it: `127.0.0.1:5301`. */
  readonly address: string;
  /** Names that were asked for, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const typeA = 1;
const typeAaaa = 28;

/** A name server on loopback (RFC 1035), as much of one as a resolver needs. It knows what `answers` says, and nothing else. */
export const startNameServer = async (answers: ReadonlyMap<string, NameAnswer>): Promise<NameServer> => {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const { name, type, end } = readQuestion(query);
    asked.push(name);
    const answer = answers.get(name) ?? 'nxdomain';
    if (answer !== 'hangs') socket.send(reply(query.subarray(0, end), type, answer), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { address: `127.0.0.1:${socket.address().port}`, asked, close: () => closing(socket) };
};

const closing = (socket: Socket): Promise<void> => new Promise((resolve) => socket.close(() => resolve()));

const readQuestion = (query: Buffer): { readonly name: string; readonly type: number; readonly end: number } => {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
};

const codes = { nxdomain: 3, 'server-failure': 2 } as const;

const reply = (query: Buffer, type: number, answer: Exclude<NameAnswer, 'hangs'>): Buffer => {
  const bytes = typeof answer === 'string' ? null : addressBytes(type, answer);
  const header = Buffer.from(query);
  header.writeUInt16BE(0x8180 | (typeof answer === 'string' ? codes[answer] : 0), 2);
  header.writeUInt16BE(bytes ? 1 : 0, 6);
  // No further sections: what a resolver adds to its question (EDNS) is not answered.
  header.writeUInt16BE(0, 8);
  header.writeUInt16BE(0, 10);
  if (!bytes) return header;
  const record = Buffer.alloc(12);
  // The name is the question's, at byte 12; class IN, sixty seconds.
  record.writeUInt16BE(0xc00c, 0);
  record.writeUInt16BE(type, 2);
  record.writeUInt16BE(1, 4);
  record.writeUInt32BE(60, 6);
  record.writeUInt16BE(bytes.length, 10);
  return Buffer.concat([header, record, bytes]);
};

const addressBytes = (type: number, { a, aaaa }: { readonly a?: string; readonly aaaa?: string }): Buffer | null => {
  if (type === typeA && a !== undefined) return Buffer.from(a.split('.').map(Number));
  if (type !== typeAaaa || aaaa === undefined) return null;
  const [head = '', tail = ''] = aaaa.split('::');
  const words = (text: string) => (text === '' ? [] : text.split(':').map((word) => Number.parseInt(word, 16)));
  const [before, after] = [words(head), words(tail)];
  const all = [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
  return Buffer.from(all.flatMap((word) => [word >> 8, word & 0xff]));
};
