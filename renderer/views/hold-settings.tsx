import type { Preferences } from '../../electron/contract/app-state';
import { ChoiceRow } from '../components/choice-row';
import { Section } from '../components/section';
import { settingsRequests } from '../store/settings-requests';

type OnQuit = Preferences['onQuitDuringHold'];

const choices: readonly { readonly value: OnQuit; readonly label: string }[] = [
  { value: 'put-back', label: 'End the hold' },
  { value: 'keep', label: 'Keep holding' },
];

const hints: Readonly<Record<OnQuit, string>> = {
  'put-back': 'The settings are put back before Latchkey quits.',
  keep: 'The keychain stays as it is held. Its settings are put back once Latchkey runs again after the hold’s end.',
};

/** What becomes of a hold without the app. */
export const HoldSettings = ({ onQuitDuringHold }: Pick<Preferences, 'onQuitDuringHold'>) => (
  <Section title="Hold">
    <div className="group">
      <ChoiceRow
        label="When Latchkey quits during a hold"
        value={onQuitDuringHold}
        choices={choices}
        hint={hints[onQuitDuringHold]}
        onChoose={(chosen) => void settingsRequests.setPreference('onQuitDuringHold', chosen)}
      />
    </div>
  </Section>
);
