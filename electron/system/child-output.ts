import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';

/**
 * Gathers a child's two streams apart.
 *
 * @param limitBytes of each stream; `onTooMuch` is called when one goes beyond it, and nothing more of it is kept.
 * @returns the way to the text so far. Bytes that are not UTF-8 become U+FFFD.
 */
export const collectOutput = (
  child: ChildProcess,
  limitBytes: number,
  onTooMuch: () => void,
): (() => { readonly stdout: string; readonly stderr: string }) => {
  const stdout = collect(child.stdout, limitBytes, onTooMuch);
  const stderr = collect(child.stderr, limitBytes, onTooMuch);
  return () => ({ stdout: stdout(), stderr: stderr() });
};

const collect = (stream: Readable | null, limitBytes: number, onTooMuch: () => void): (() => string) => {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  stream?.on('data', (chunk: Buffer) => {
    sizeBytes += chunk.length;
    if (sizeBytes > limitBytes) onTooMuch();
    else chunks.push(chunk);
  });
  // A pipe that breaks because we ended the child is no news.
  stream?.on('error', () => {});
  return () => Buffer.concat(chunks).toString('utf8');
};
