import { requestVerbs } from '../../../electron/contract/verbs';
import { startVirtualDisplay } from '../../../scripts/virtual-display.mjs';
import { launchLatchkey } from '../latchkey-app';
import { scenarioWith } from '../scenario';
import { callWithMutated } from './mutated-calls';

/** Every verb of the contract, called over and over with what it must refuse, in one start of the app. */
export const soak = {
  columns: ['verb', 'calls', 'heap of the main process, MiB', 'failures'],
  async *rows(wanted: number, seed: number, part: string) {
    const display = process.platform === 'linux' ? await startVirtualDisplay() : null;
    if (display) process.env.DISPLAY = display.display;
    const app = await launchLatchkey(scenarioWith({ state: 'unlocked' }));
    try {
      const page = await app.openPopover();
      for (const verb of requestVerbs.filter((one) => one.includes(part))) {
        const { calls, wrong } = await callWithMutated(page, verb, seed, wanted);
        const heapMiB = await app.electron.evaluate(() => Math.round(process.memoryUsage().heapUsed / 1024 ** 2));
        const dialogs = app.mac.dialogs.list().length;
        const failure = [...wrong, ...(dialogs > 0 ? ['A dialog was raised.'] : [])].join('\n') || null;
        yield { cells: [verb, calls, heapMiB, failure === null ? 0 : 1], failure };
      }
    } finally {
      await app.close();
      display?.stop();
    }
  },
};
