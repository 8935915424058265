import { useState } from 'react';
import type { AppState } from '../../../electron/contract/app-state';
import { mostMessageCharacters } from '../../../electron/core/diagnosis/diagnosis-run';
import { symptomIds, symptoms } from '../../../electron/core/diagnosis/symptoms';
import { PopUpField } from '../../components/pop-up-field';
import { PushButton } from '../../components/push-button';
import { useIsUnderWay } from '../../store/popover-store';
import { requests } from '../../store/requests';
import { DiagnosisMessageField } from './diagnosis-message-field';
import { NetworkChecksRow } from './network-checks-row';

const symptomChoices = [
  { value: '', title: 'Nothing in particular' },
  ...symptomIds.map((id) => ({ value: id, title: symptoms[id].title })),
];

/** What it is about. All of it may be left open. */
export const DiagnosisForm = ({ state }: { readonly state: AppState }) => {
  const { diagnosisChoices } = state;
  const [toolId, setToolId] = useState('');
  const [symptomId, setSymptomId] = useState('');
  const [message, setMessage] = useState('');
  const isSent = useIsUnderWay('diagnosis.ask');
  const tool = diagnosisChoices.tools.find(({ id }) => id === toolId);
  const symptom = symptomIds.find((id) => id === symptomId);
  const start = () => {
    void requests.diagnose({
      ...(tool === undefined ? {} : { tool: tool.id }),
      ...(symptom === undefined ? {} : { symptom }),
      ...(message.trim() === '' ? {} : { message: message.slice(0, mostMessageCharacters) }),
    });
    setMessage('');
  };
  return (
    <>
      <p className="hint">
        Latchkey looks at the keychain, the logins, this Mac and, if you allow it, the network. It changes nothing.
      </p>
      <div className="group">
        <PopUpField
          label="Which tool?"
          value={toolId}
          choices={[
            { value: '', title: 'Any tool' },
            ...diagnosisChoices.tools.map(({ id, name }) => ({ value: id, title: name })),
          ]}
          onChange={setToolId}
        />
        <PopUpField label="What do you see?" value={symptomId} choices={symptomChoices} onChange={setSymptomId} />
        <DiagnosisMessageField text={message} onChange={setMessage} />
        <NetworkChecksRow on={state.preferences.networkChecks} hosts={(tool ?? diagnosisChoices).hosts} />
      </div>
      <div className="diagnosis-buttons">
        <PushButton look="primary" onPress={start} name="Start the diagnosis" blocked={isSent}>
          Start
        </PushButton>
      </div>
    </>
  );
};
