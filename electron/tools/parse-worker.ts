import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerAnswer, WorkerJob } from '../system/children/bounded-worker';
import { fileFormats } from './file-formats';

// A program of its own: what `parseInFormat` has the worker run.
const { name, path, content }: WorkerJob = workerData;
const format = fileFormats.find((one) => one.name === name);
if (format) {
  const value = format.parse(Buffer.from(content.buffer, content.byteOffset, content.byteLength), path);
  const answer: WorkerAnswer = { value };
  parentPort?.postMessage(answer);
}
