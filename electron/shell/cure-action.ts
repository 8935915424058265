import type { PayloadOf } from '../contract/contract';
import type { CureAction } from '../core/diagnosis/cure';
import type { Monitor } from '../monitor/monitor';

type ActionOf<Kind extends CureAction['kind']> = Extract<CureAction, { readonly kind: Kind }>;

/**
 * What a cure of the published diagnosis does. The page names the cure; the command or address is the main process's own.
 *
 * @throws where no such cure is shown now; the IPC server refuses.
 */
export const cureAction = <Kind extends CureAction['kind']>(
  monitor: Pick<Monitor, 'state'>,
  { cause, cure }: PayloadOf<'copyCureCommand'>,
  kind: Kind,
): ActionOf<Kind> => {
  const { diagnosis } = monitor.state();
  const causes = diagnosis?.phase === 'done' ? diagnosis.report.diagnosis.causes : [];
  const step = causes.find(({ id }) => id === cause)?.cures.find(({ id }) => id === cure);
  if (step?.action?.kind !== kind) throw new RangeError('no such cure is shown');
  return step.action as ActionOf<Kind>;
};
