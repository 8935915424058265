import type { FileHandle } from 'node:fs/promises';
import type { MacDoors } from '../../electron/system/doors';
import { type FileCalls, nodeFileCalls } from '../../electron/system/files/durable-file';
import type { SecurityTool } from '../../electron/system/keychain/security';

/** Reached before and after everything that a hold does to the world. */
export type Step = (name: string) => void;

/** Counts the steps, tells each, and ends this process at one of them as `kill -9` does. */
export const createStep = (killAt: number | null, tell: (line: string) => void): Step => {
  let count = 0;
  return (name) => {
    count += 1;
    tell(`step ${count} ${name}`);
    if (count === killAt) process.kill(process.pid, 'SIGKILL');
  };
};

/** The calls that write the journal, with steps between them; a text is written in two halves. */
export const steppedFiles = (step: Step): FileCalls => {
  const around = async <Value>(name: string, run: () => Promise<Value>): Promise<Value> => {
    step(`before ${name}`);
    const value = await run();
    step(`after ${name}`);
    return value;
  };
  const steppedHandle = (file: FileHandle): FileHandle =>
    ({
      writeFile: async (text: string) => {
        await around('the first half', () => file.writeFile(text.slice(0, text.length / 2)));
        await around('the second half', () => file.writeFile(text.slice(text.length / 2)));
      },
      sync: () => around('sync', () => file.sync()),
      close: () => file.close(),
    }) as unknown as FileHandle;
  return {
    open: async (...call) => steppedHandle(await around(`open ${call[1]}`, () => nodeFileCalls.open(...call))),
    rename: (...call) => around('rename', () => nodeFileCalls.rename(...call)),
    rm: (...call) => around('rm', () => nodeFileCalls.rm(...call)),
  };
};

/** The calls that change keychains, with steps before they start, once they have started, and after they have ended. */
export const steppedSecurity = (security: MacDoors['security'], step: Step): SecurityTool => {
  const around = <Value>(name: string, start: () => Promise<Value>): Promise<Value> => {
    step(`before ${name}`);
    const running = start();
    step(`during ${name}`);
    return running.then((value) => {
      step(`after ${name}`);
      return value;
    });
  };
  return {
    ...security,
    setAutoLock: (...call) => around('set', () => security.setAutoLock(...call)),
    lock: (...call) => around('lock', () => security.lock(...call)),
    unlockWithSystemDialog: (...call) => around('unlock', () => security.unlockWithSystemDialog(...call)),
  };
};
