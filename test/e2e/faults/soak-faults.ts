import { startVirtualDisplay } from '../../../scripts/virtual-display.mjs';
import { type AppFault, tryFault } from './app-fault';
import { diskFaults } from './disk-faults';
import { endFaults } from './end-faults';
import { loadFaults } from './load-faults';
import { toolFaults } from './tool-faults';

const all: readonly AppFault[] = [...loadFaults, ...toolFaults, ...diskFaults, ...endFaults];

/** Within this the popover answers, whatever happens, but for what the machine kept an idle process waiting beside it. */
const mostMs = 100;

/** Each fault in an app of its own, once for each round. */
export const soak = {
  columns: [
    'what',
    'answers',
    'median, ms',
    'slowest, ms',
    'an idle process beside it, ms',
    'the popover says',
    'failures',
  ],
  async *rows(wanted: number, _seed: number, part: string) {
    const display = process.platform === 'linux' ? await startVirtualDisplay() : null;
    if (display) process.env.DISPLAY = display.display;
    try {
      for (const fault of all.filter(({ name }) => name.includes(part)))
        for (let round = 0; round < wanted; round += 1) {
          const { answers, medianMs, slowestMs, machineMs, said, complaints } = await tryFault(fault).catch(
            (error: unknown) => ({
              ...{ answers: 0, medianMs: 0, slowestMs: 0, machineMs: 0, said: '' },
              complaints: [error instanceof Error ? `${error.message}\n${error.stack}` : String(error)],
            }),
          );
          const late = slowestMs - machineMs > mostMs ? [`An answer took ${slowestMs} ms.`] : [];
          const failure = [...complaints, ...late].join('\n') || null;
          const cells = [
            fault.name,
            answers,
            medianMs,
            slowestMs,
            machineMs,
            said.slice(0, 120).replaceAll('|', '/'),
            failure === null ? 0 : 1,
          ];
          yield { cells, failure: failure === null ? null : `${fault.name}: ${failure}` };
        }
    } finally {
      display?.stop();
    }
  },
};
