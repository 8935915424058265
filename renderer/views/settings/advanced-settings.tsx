import type { AppState } from '../../../electron/contract/app-state';
import { beatLabels, formatBeat } from '../../../electron/core/look/format-beat';
import { beats } from '../../../electron/core/look/look-intervals';
import { Group } from '../../components/boxes';
import { ChoiceRow } from '../../components/choice-row';
import { SwitchRow } from '../../components/switch-row';
import { requests } from '../../store/requests';
import { DiagnosticSection } from './diagnostic-section';
import { HistorySettings } from './history-settings';
import { ResetSection } from './reset-section';
import { UninstallSection } from './uninstall-section';

const choices = beats.map((value) => ({ value, label: beatLabels[value] }));

/** What most people never change, and what is for whoever helps. */
export const AdvancedSettings = ({ state }: { readonly state: AppState }) => {
  const { beat, networkChecks, historyDays } = state.preferences;
  return (
    <>
      <Group>
        <ChoiceRow
          label="Check for changes"
          value={beat}
          choices={choices}
          hint={formatBeat(beat)}
          onChoose={(chosen) => void requests.setPreference('beat', chosen)}
        />
        <SwitchRow
          label="Network checks"
          hint="Lets “Why logged out?” ask the services’ hosts, each named beforehand."
          on={networkChecks}
          onChange={(on) => requests.setPreference('networkChecks', on)}
        />
      </Group>
      <HistorySettings historyDays={historyDays} />
      <DiagnosticSection />
      <ResetSection />
      <UninstallSection />
      <p className="hint version">Latchkey {state.appVersion}</p>
    </>
  );
};
