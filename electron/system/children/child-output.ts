import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';

/**
 * Gathers a child's two streams apart.
 *
 * @param limitBytes of each stream; `onTooMuch` is called when one goes beyond it, and nothing more of it is kept.
 */
export const collectOutput = (child: ChildProcess, limitBytes: number, onTooMuch: () => void): CollectedOutput => {
  const stdout = collect(child.stdout, limitBytes, onTooMuch);
  const stderr = collect(child.stderr, limitBytes, onTooMuch);
  return {
    texts: () => ({ stdout: stdout.text(), stderr: stderr.text() }),
    heardBytes: () => stdout.heardBytes() + stderr.heardBytes(),
  };
};

export interface CollectedOutput {
  /** So far. Bytes that are not UTF-8 become U+FFFD. */
  texts(): { readonly stdout: string; readonly stderr: string };
  heardBytes(): number;
}

const collect = (stream: Readable | null, limitBytes: number, onTooMuch: () => void) => {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  stream?.on('data', (chunk: Buffer) => {
    sizeBytes += chunk.length;
    if (sizeBytes > limitBytes) onTooMuch();
    else chunks.push(chunk);
  });
  // A pipe that breaks because we ended the child is no news.
  stream?.on('error', () => {});
  return { text: () => Buffer.concat(chunks).toString('utf8'), heardBytes: () => sizeBytes };
};
