import type { PayloadOf } from '../../contract/contract';
import type { CureAction } from '../../core/diagnosis/causes/cure';
import type { Monitor } from '../../monitor/monitor';
import type { PreferencesStore } from '../preferences/preferences-store';
import type { VerbHandlers } from './verb-call';

export interface DiagnosisVerbPorts {
  readonly monitor: Monitor;
  readonly preferences: Pick<PreferencesStore, 'current'>;
  readonly copyText: (text: string) => Promise<void>;
  readonly openPane: (url: string) => Promise<void>;
}

type DiagnosisVerb =
  | 'diagnosis.ask'
  | 'diagnosis.askAgain'
  | 'diagnosis.cancel'
  | 'diagnosis.copyCommand'
  | 'diagnosis.openPane';

/** What the diagnosis' clicks do. What a cure copies or opens is looked up in the published diagnosis. */
export const diagnosisVerbs = ({
  monitor,
  preferences,
  copyText,
  openPane,
}: DiagnosisVerbPorts): Pick<VerbHandlers, DiagnosisVerb> => {
  const { diagnosing } = monitor;
  const mayUseNetwork = (): boolean => preferences.current().networkChecks;
  return {
    'diagnosis.ask': async ({ tool, symptom, message, network = true }) => {
      await diagnosing.diagnose({
        ...(tool === undefined ? {} : { tool }),
        ...(symptom === undefined ? {} : { symptom }),
        ...(message === undefined ? {} : { message }),
        network: network && mayUseNetwork(),
      });
    },
    'diagnosis.askAgain': async (tried) => {
      if (tried !== undefined) shownStep(monitor, tried);
      await diagnosing.diagnoseAgain(tried, mayUseNetwork());
    },
    'diagnosis.cancel': () => diagnosing.cancelDiagnosis(),
    'diagnosis.copyCommand': (shown) => copyText(cureAction(monitor, shown, 'copy-command').command),
    'diagnosis.openPane': (shown) => openPane(cureAction(monitor, shown, 'settings-pane').url),
  };
};

type ActionOf<Kind extends CureAction['kind']> = Extract<CureAction, { readonly kind: Kind }>;

/** @throws where no such cure is shown now; the IPC server refuses. */
const shownStep = (monitor: Pick<Monitor, 'state'>, { cause, cure }: PayloadOf<'diagnosis.copyCommand'>) => {
  const { diagnosis } = monitor.state();
  const causes = diagnosis?.phase === 'done' ? diagnosis.report.diagnosis.causes : [];
  const step = causes.find(({ id }) => id === cause)?.cures.find(({ id }) => id === cure);
  if (step === undefined) throw new RangeError('no such cure is shown');
  return step;
};

/**
 * What a cure of the published diagnosis does. The page names the cure; the command or address is the main process's own.
 *
 * @throws where no such cure is shown now; the IPC server refuses.
 */
export const cureAction = <Kind extends CureAction['kind']>(
  monitor: Pick<Monitor, 'state'>,
  shown: PayloadOf<'diagnosis.copyCommand'>,
  kind: Kind,
): ActionOf<Kind> => {
  const { action } = shownStep(monitor, shown);
  if (action?.kind !== kind) throw new RangeError('this cure does something else');
  return action as ActionOf<Kind>;
};
