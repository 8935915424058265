import type { AppState } from '../../../electron/contract/app-state';
import type { DesktopTmux } from '../../../electron/core/sessions/desktop-tmux';
import { isPending } from '../../../electron/core/state/pending-actions';
import { everything } from '../../../electron/core/words/pending';
import { Group, GroupWords, Hint } from '../../components/boxes';
import { CommandToCopy } from '../../components/command-to-copy';
import { Disclosure } from '../../components/disclosure';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { Section } from '../../components/section';
import { requests } from '../../store/requests';
import { OutcomeLine } from '../page/outcome-line';
import { StartAtLogin } from './start-at-login';

const stateWords: Readonly<Record<DesktopTmux['state'], string>> = {
  running: 'Running',
  stopped: 'Not running',
  'born-over-ssh': 'Started over SSH',
  'no-tmux': 'No tmux',
  unknown: 'Unknown',
};

/** The lasting cure: a tmux server that was born on the desktop, to be attached from elsewhere. */
export const DesktopTmuxSection = ({ state }: { readonly state: AppState }) => {
  const { desktopTmux } = state;
  return (
    <Section title="A tmux server of the desktop">
      <Group>
        {desktopTmux === null ? (
          <p className="group-line">Looking for it…</p>
        ) : (
          <Disclosure title="Sees what the desktop sees" state={stateWords[desktopTmux.state]}>
            <GroupWords>
              <Hint>
                What runs in its windows sees the desktop's keychain, also when you attach to it over SSH. Your own tmux
                servers are left alone.
              </Hint>
              <p>
                <OutsideText text={desktopTmux.reason} />
              </p>
              {desktopTmux.state === 'stopped' && <StartButton state={state} />}
              <OutcomeLine state={state} kind="start-desktop-tmux" target={everything} />
            </GroupWords>
            {desktopTmux.attachCommand !== null && (
              <AttachLine command={desktopTmux.attachCommand} isRunning={desktopTmux.state === 'running'} />
            )}
            <StartAtLogin state={state} launchAgent={desktopTmux.launchAgent} />
          </Disclosure>
        )}
      </Group>
    </Section>
  );
};

const StartButton = ({ state }: { readonly state: AppState }) => (
  <PushButton
    onPress={requests.startDesktopTmux}
    blocked={isPending(state.pending, 'start-desktop-tmux', everything)}
    name="Start the tmux server of the desktop"
  >
    Start
  </PushButton>
);

const AttachLine = ({ command, isRunning }: { readonly command: string; readonly isRunning: boolean }) => (
  <GroupWords>
    <p>{isRunning ? 'Attach from the other computer:' : 'Once it runs, attach from the other computer:'}</p>
    <CommandToCopy command={command} copy={requests.copyAttachCommand} name="Copy command that attaches" />
  </GroupWords>
);
