import { failure, type Outcome, success } from './outcome';

/** macOS's `sun_path` has 104 bytes, the last of them a NUL (`sys/un.h`). A longer path cannot be a socket's. */
export const longestSocketPathBytes = 103;

/** More than a request needs that names a hundred keychains with the longest paths. */
export const longestLineCharacters = 160 * 1024;

/** One line to the app. */
export interface SocketRequest {
  /** Chosen by whoever asks; the answer has the same. */
  readonly id: number;
  readonly verb: string;
  readonly payload?: unknown;
}

/** One line from the app. `id: null` where the request could not be read so far. */
export type SocketAnswer =
  | { readonly id: number; readonly ok: true; readonly value?: unknown }
  | { readonly id: number | null; readonly ok: false; readonly code: string; readonly reason: string };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const isId = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** Reads what a request is about; whether its verb and payload fit is the contract's to say. */
export const parseSocketRequest = (line: string): Outcome<SocketRequest, 'garbled'> => {
  const value = parsed(line);
  const stray = isRecord(value) && Object.keys(value).find((name) => !['id', 'verb', 'payload'].includes(name));
  if (!isRecord(value) || stray || !isId(value.id) || typeof value.verb !== 'string')
    return failure('garbled', 'A request is one line of JSON: {"id": a number, "verb": a word, "payload": …}.');
  const { id, verb } = value;
  return success({ id, verb, ...(Object.hasOwn(value, 'payload') ? { payload: value.payload } : {}) });
};

/** @returns null where it is no answer. */
export const parseSocketAnswer = (line: string): SocketAnswer | null => {
  const value = parsed(line);
  if (!isRecord(value)) return null;
  const { id, ok, code, reason } = value;
  if (ok === true && isId(id)) return { id, ok, value: value.value };
  const isRefusal = ok === false && typeof code === 'string' && typeof reason === 'string';
  return isRefusal && (id === null || isId(id)) ? { id, ok, code, reason } : null;
};
