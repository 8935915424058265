import { useRef, useState } from 'react';
import { Group, Row } from '../../components/boxes';
import { PushButton } from '../../components/push-button';
import { Section } from '../../components/section';
import { noReply } from '../../store/send-request';
import { settingsRequests } from '../../store/settings-requests';

type Step = 'idle' | 'asking' | 'resetting' | 'done' | 'failed';

const words: Readonly<Record<Exclude<Step, 'idle'>, string>> = {
  asking: 'Put the choices of every tab back to how they came?',
  resetting: 'Resetting…',
  done: 'The settings are as they came.',
  failed: noReply,
};

/** Everything that is chosen in this window, as it came. It takes a second click. */
export const ResetSection = () => {
  const [step, setStep] = useState<Step>('idle');
  const opener = useRef<HTMLButtonElement>(null);
  const cancel = () => {
    setStep('idle');
    opener.current?.focus();
  };
  const reset = async () => {
    setStep('resetting');
    const isAnswered = await settingsRequests.resetSettings();
    opener.current?.focus();
    setStep(isAnswered ? 'done' : 'failed');
  };
  const isAsking = step === 'asking' || step === 'resetting';
  return (
    <Section title="Reset">
      <Group>
        <Row>
          <p className="row-words hint">
            Every tab, as it came. It does not touch your keychains and their auto-lock, the history and how long it is
            kept, the shell helper, the desktop tmux, or launch at login.
          </p>
          <PushButton ref={opener} onPress={() => setStep('asking')} blocked={isAsking}>
            Reset All Settings…
          </PushButton>
        </Row>
        <div className={isAsking ? 'row' : 'group-words'}>
          <p className="pending" role="status">
            {step !== 'idle' && words[step]}
          </p>
          {isAsking && (
            <div className="button-line">
              <PushButton onPress={cancel} blocked={step === 'resetting'} name="Cancel the reset">
                Cancel
              </PushButton>
              <PushButton onPress={reset} blocked={step === 'resetting'} name="Reset all settings" needsFreshClick>
                Reset
              </PushButton>
            </div>
          )}
        </div>
      </Group>
    </Section>
  );
};
