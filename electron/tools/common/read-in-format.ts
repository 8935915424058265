import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Outcome, success } from '../../core/outcome';
import { runInWorker, type WorkerProblem } from '../../system/children/bounded-worker';
import { readBoundedBytes } from '../../system/files/bounded-file';
import type { MacHost } from '../../system/mac/host';
import { type FileFormat, isCheap } from './file-format';

export type InFormat<Value> =
  | { readonly kind: 'none' }
  /** `code`: where it could be read, but not at any price. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly code?: WorkerProblem }
  | { readonly kind: 'parsed'; readonly value: Value; readonly modifiedAt: number };

/** Reads a file of a tool and parses it, at a cost to this process that has a bound whatever the file holds. */
export const readInFormat = async <Value>(
  host: MacHost,
  path: string,
  format: FileFormat<Value>,
): Promise<InFormat<Value>> => {
  const file = await readBoundedBytes(host, path, format.largestBytes);
  if (file.kind !== 'bytes') return file;
  const parsed = await parseInFormat(format, file.bytes, path);
  return parsed.ok
    ? { kind: 'parsed', value: parsed.value, modifiedAt: file.modifiedAt }
    : { kind: 'unreadable', reason: parsed.reason, code: parsed.code };
};

/** The usual file is parsed here and now; what could cost more than that goes to a worker. */
export const parseInFormat = async <Value>(
  format: FileFormat<Value>,
  content: Buffer,
  path: string,
): Promise<Outcome<Value, WorkerProblem>> => {
  if (isCheap(format, content)) return success(format.parse(content, path));
  const { name } = format;
  // What comes back was made by this very format, which the worker has found by its name.
  return (await runInWorker(workerFile(), { name, path, content })) as Outcome<Value, WorkerProblem>;
};

const workerFile = (): string => join(fileURLToPath(import.meta.url), '..', __LATCHKEY_PARSE_WORKER__);
