import { useState } from 'react';
import type { AppState } from '../../../electron/contract/app-state';
import { mostMessageCharacters } from '../../../electron/core/diagnosis/diagnosis-run';
import { Group, Hint } from '../../components/boxes';
import { PopUpField } from '../../components/pop-up-field';
import { PushButton } from '../../components/push-button';
import { useIsUnderWay } from '../../store/popover-store';
import { requests } from '../../store/requests';
import { DiagnosisMessageField } from './diagnosis-message-field';
import { NetworkChecksRow } from './network-checks-row';

/** What it is about. All of it may be left open. */
export const DiagnosisForm = ({ state }: { readonly state: AppState }) => {
  const { diagnosisChoices } = state;
  const [toolId, setToolId] = useState('');
  const [symptomId, setSymptomId] = useState('');
  const [message, setMessage] = useState('');
  const [isFirst, isAgain] = [useIsUnderWay('diagnosis.ask'), useIsUnderWay('diagnosis.askAgain')];
  const isSent = isFirst || isAgain;
  const tool = diagnosisChoices.tools.find(({ id }) => id === toolId);
  const symptom = diagnosisChoices.symptoms.find(({ id }) => id === symptomId);
  const start = () => {
    void requests.diagnose({
      ...(tool === undefined ? {} : { tool: tool.id }),
      ...(symptom === undefined ? {} : { symptom: symptom.id }),
      ...(message.trim() === '' ? {} : { message: message.slice(0, mostMessageCharacters) }),
    });
    setMessage('');
  };
  return (
    <>
      <Hint>
        Latchkey looks at the keychain, the logins, this Mac and, if you allow it, the network. It changes nothing.
      </Hint>
      <Group>
        <PopUpField
          label="Which tool?"
          value={toolId}
          choices={[
            { value: '', title: 'Any tool' },
            ...diagnosisChoices.tools.map(({ id, name }) => ({ value: id, title: name })),
          ]}
          onChange={setToolId}
        />
        <PopUpField
          label="What do you see?"
          value={symptomId}
          choices={[
            { value: '', title: 'Nothing in particular' },
            ...diagnosisChoices.symptoms.map(({ id, title }) => ({ value: id, title })),
          ]}
          onChange={setSymptomId}
        />
        <DiagnosisMessageField text={message} onChange={setMessage} />
        <NetworkChecksRow on={state.preferences.networkChecks} hosts={(tool ?? diagnosisChoices).hosts} />
      </Group>
      <div className="diagnosis-buttons">
        <PushButton look="primary" onPress={start} name="Start the diagnosis" blocked={isSent}>
          Start
        </PushButton>
      </div>
    </>
  );
};
