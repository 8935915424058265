import type { Monitor } from '../monitor/monitor';
import { cureAction } from './cure-action';
import type { VerbHandlers } from './ipc-server';
import type { PreferencesStore } from './preferences-store';

export interface DiagnosisVerbPorts {
  readonly monitor: Monitor;
  readonly preferences: Pick<PreferencesStore, 'current'>;
  readonly copyText: (text: string) => Promise<void>;
  readonly openPane: (url: string) => Promise<void>;
}

type DiagnosisVerb = 'diagnose' | 'diagnoseAgain' | 'cancelDiagnosis' | 'copyCureCommand' | 'openSettingsPane';

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
    diagnose: async ({ tool, symptom, message, network = true }) => {
      await diagnosing.diagnose({
        ...(tool === undefined ? {} : { tool }),
        ...(symptom === undefined ? {} : { symptom }),
        ...(message === undefined ? {} : { message }),
        network: network && mayUseNetwork(),
      });
    },
    diagnoseAgain: async (tried) => {
      await diagnosing.diagnoseAgain(tried, mayUseNetwork());
    },
    cancelDiagnosis: () => diagnosing.cancelDiagnosis(),
    copyCureCommand: (shown) => copyText(cureAction(monitor, shown, 'copy-command').command),
    openSettingsPane: (shown) => openPane(cureAction(monitor, shown, 'settings-pane').url),
  };
};
