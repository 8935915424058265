import { parentPort } from 'node:worker_threads';
import { type Model, startModel } from './model';
import type { ThreadAnswer, ThreadRequest } from './served-macs';

/** In a thread beside a test: keeps the models of that test's Macs, and is gone with the test's process whatever ends it. */
export const serveOnRequest = (): void => {
  const models = new Map<string, Model | null>();
  const follow = async ({ root, isServed }: ThreadRequest): Promise<void> => {
    if (isServed) models.set(root, await startModel(root));
    else {
      await models.get(root)?.close();
      models.delete(root);
    }
  };
  parentPort?.on('message', (request: ThreadRequest) => {
    const answer = (problem: string | null) =>
      parentPort?.postMessage({ number: request.number, problem } satisfies ThreadAnswer);
    follow(request).then(
      () => answer(null),
      (error: unknown) => answer(String(error)),
    );
  });
};
