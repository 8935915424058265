import { useRef, useState } from 'react';
import { Group, Row } from '../../components/boxes';
import { PushButton } from '../../components/push-button';
import { Section } from '../../components/section';
import { noReply } from '../../store/send-request';
import { settingsRequests } from '../../store/settings-requests';

type Step = 'idle' | 'asking' | 'removing' | 'failed' | { readonly sentences: readonly string[] };

/** All that Latchkey has put on this Mac, taken out by itself. It takes a second click, which also says whether the settings stay. */
export const UninstallSection = () => {
  const [step, setStep] = useState<Step>('idle');
  const opener = useRef<HTMLButtonElement>(null);
  const cancel = () => {
    setStep('idle');
    opener.current?.focus();
  };
  const remove = async (supportFolder: boolean) => {
    setStep('removing');
    const sentences = await settingsRequests.uninstall(supportFolder);
    opener.current?.focus();
    setStep(sentences === null ? 'failed' : { sentences });
  };
  const isAsking = step === 'asking' || step === 'removing';
  return (
    <Section title="Uninstall">
      <Group>
        <Row>
          <p className="row-words hint">
            Puts back what Keep Unlocked has changed, and takes out all that Latchkey has added to this Mac.
          </p>
          <PushButton ref={opener} onPress={() => setStep('asking')} blocked={isAsking}>
            Uninstall…
          </PushButton>
        </Row>
        <div className={isAsking ? 'row' : 'group-words'}>
          <div className="pending" role="status">
            {sentencesOf(step).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          {isAsking && (
            <div className="button-line">
              <PushButton onPress={cancel} blocked={step === 'removing'} name="Cancel the uninstall">
                Cancel
              </PushButton>
              <PushButton onPress={() => remove(true)} blocked={step === 'removing'} needsFreshClick>
                Erase and Quit
              </PushButton>
              <PushButton onPress={() => remove(false)} blocked={step === 'removing'} needsFreshClick>
                Keep Settings
              </PushButton>
            </div>
          )}
        </div>
      </Group>
    </Section>
  );
};

const sentencesOf = (step: Step): readonly string[] => {
  if (step === 'idle') return [];
  if (step === 'asking') return ['Erase settings and history as well?'];
  if (step === 'removing') return ['Taking it out…'];
  if (step === 'failed') return [noReply];
  return step.sentences;
};
