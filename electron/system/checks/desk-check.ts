import { measured, notMeasured } from '../../core/diagnosis/facts';
import type { MacDoors } from '../doors';
import type { Check } from './check';

/**
 * Whether anybody is logged in at the desktop: only there a dialog can be answered, and only in that session a server sees
 * what the desktop sees.
 */
export const createDeskCheck = ({ readDesk }: Pick<MacDoors, 'readDesk'>): Check => ({
  id: 'desk',
  hosts: [],
  async run() {
    const desk = await readDesk();
    const lookedAt = 'launchd’s domain of the desktop';
    if (desk === 'unknown') {
      const reason = 'launchd did not say whether anybody is logged in at the desktop';
      return {
        lookedAt,
        result: 'not-possible',
        sentence: `Could not look: ${reason}.`,
        facts: { desk: notMeasured(reason) },
      };
    }
    const sentence =
      desk === 'occupied'
        ? 'You are logged in at the desktop.'
        : 'Nobody is logged in at the desktop: no dialog can be answered there, and no tmux server can be started in it.';
    return { lookedAt, result: 'fine', sentence, facts: { desk: measured(desk) } };
  },
});
