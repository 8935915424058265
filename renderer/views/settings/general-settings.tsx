import type { AppState, LaunchAtLogin } from '../../../electron/contract/app-state';
import type { Preferences } from '../../../electron/core/preferences/preferences';
import { Group, GroupWords } from '../../components/boxes';
import { ChoiceRow } from '../../components/choice-row';
import { Section } from '../../components/section';
import { SwitchRow } from '../../components/switch-row';
import { requests } from '../../store/requests';
import { PaneButton } from '../page/pane-button';
import { CommandLineSettings } from './command-line-settings';
import { NewVersionRow } from './new-version-row';
import { ShortcutRow } from './shortcut-row';

/** Only what the switch does not say by itself. */
const launchHints: Readonly<Partial<Record<LaunchAtLogin, string>>> = {
  'requires-approval': 'macOS waits for your approval: System Settings › General › Login Items.',
  'not-found': "macOS does not find Latchkey's login item. Move Latchkey to Applications and try again.",
  unavailable: 'Not available here: macOS offers it to an installed app only.',
};

const quitChoices: readonly { readonly value: Preferences['onQuitDuringHold']; readonly label: string }[] = [
  { value: 'put-back', label: 'Put Auto-Lock Back' },
  { value: 'keep', label: 'Stay Unlocked' },
];

/** How one gets to Latchkey, and what stays when it goes. The login item is shown as macOS tells it. */
export const GeneralSettings = ({ state }: { readonly state: AppState }) => {
  const { preferences, launchAtLogin, shortcutProblem } = state;
  const { shortcut, keepUnlockedShortcut, onQuitDuringHold } = preferences;
  return (
    <>
      <Group>
        <SwitchRow
          label="Launch at login"
          hint={launchHints[launchAtLogin]}
          on={launchAtLogin === 'enabled' || launchAtLogin === 'requires-approval'}
          disabled={launchAtLogin === 'unavailable'}
          onChange={requests.setLaunchAtLogin}
        />
        {launchAtLogin === 'requires-approval' && (
          <GroupWords>
            <PaneButton pane="login-items" label="Open Login Items…" />
          </GroupWords>
        )}
        <SwitchRow
          label="Show the state beside the icon"
          on={preferences.showTitle}
          onChange={(on) => requests.setPreference('showTitle', on)}
        />
        <NewVersionRow state={state} />
      </Group>
      <Section title="Shortcuts in every app">
        <Group>
          <ShortcutRow
            label="Open Latchkey"
            spoken="shortcut to open Latchkey"
            shortcut={shortcut}
            problem={shortcutProblem}
            other={{ shortcut: keepUnlockedShortcut, refusal: 'Those keys are for Keep Unlocked already.' }}
            onChoose={(chosen) => void requests.setPreference('shortcut', chosen)}
          />
          <ShortcutRow
            label="Keep Unlocked"
            spoken="shortcut to keep unlocked"
            shortcut={keepUnlockedShortcut}
            problem={state.keepUnlockedShortcutProblem}
            other={{ shortcut, refusal: 'Those keys open Latchkey already.' }}
            onChoose={(chosen) => void requests.setPreference('keepUnlockedShortcut', chosen)}
          />
          {(shortcut ?? keepUnlockedShortcut) !== null && (
            <p className="group-line hint">If nothing happens, another app has the same one: choose another.</p>
          )}
        </Group>
      </Section>
      <Group>
        <ChoiceRow
          label="If Latchkey quits while keeping unlocked"
          value={onQuitDuringHold}
          choices={quitChoices}
          hint={
            onQuitDuringHold === 'keep' ? 'Auto-lock is put back once Latchkey runs again after the end.' : undefined
          }
          onChoose={(chosen) => void requests.setPreference('onQuitDuringHold', chosen)}
        />
      </Group>
      <CommandLineSettings state={state} />
    </>
  );
};
