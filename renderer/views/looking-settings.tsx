import { type Beat, beats } from '../../electron/core/beat';
import { beatLabels, formatBeat } from '../../electron/core/format-beat';
import { ChoiceRow } from '../components/choice-row';
import { Section } from '../components/section';
import { settingsRequests } from '../store/settings-requests';

const choices = beats.map((value) => ({ value, label: beatLabels[value] }));

/** How often Latchkey looks, and what that costs. */
export const LookingSettings = ({ beat }: { readonly beat: Beat }) => (
  <Section title="Looking">
    <div className="group">
      <ChoiceRow
        label="Pace"
        value={beat}
        choices={choices}
        hint={formatBeat(beat)}
        onChoose={(chosen) => void settingsRequests.setPreference('beat', chosen)}
      />
      <p className="group-line hint">
        It looks more often just after a change, and each second while the popover is open. No look restarts the
        keychain's idle timer.
      </p>
    </div>
  </Section>
);
