import * as z from 'zod/mini';
import { failure, type Outcome, success } from '../outcome';
import { parseJson } from '../text/json';

/** macOS's `sun_path` has 104 bytes, the last of them a NUL (`sys/un.h`). A longer path cannot be a socket's. */
export const longestSocketPathBytes = 103;

/** More than a request needs that names a hundred keychains with the longest paths. */
export const longestLineCharacters = 160 * 1024;

/** Chosen by whoever asks; the answer has the same. */
const id = z.int().check(z.gte(0));

/** One line to the app. Whether its verb and payload fit is the contract's to say. */
const socketRequest = z.strictObject({ id, verb: z.string(), payload: z.optional(z.unknown()) });
export type SocketRequest = Readonly<z.infer<typeof socketRequest>>;

/** One line from the app. `id: null` where the request could not be read so far. */
const socketAnswer = z.discriminatedUnion('ok', [
  z.object({ id, ok: z.literal(true), value: z.optional(z.unknown()) }),
  z.object({ id: z.nullable(id), ok: z.literal(false), code: z.string(), reason: z.string() }),
]);
export type SocketAnswer = Readonly<z.infer<typeof socketAnswer>>;

/** Reads what a request is about. */
export const parseSocketRequest = (line: string): Outcome<SocketRequest, 'garbled'> => {
  const request = socketRequest.safeParse(parseJson(line));
  if (request.success) return success(request.data);
  return failure('garbled', 'A request is one line of JSON: {"id": a number, "verb": a word, "payload": …}.');
};

/** @returns null where it is no answer. */
export const parseSocketAnswer = (line: string): SocketAnswer | null =>
  socketAnswer.safeParse(parseJson(line)).data ?? null;
