import { useRef, useState } from 'react';
import type { DiagnosticSaved } from '../../../electron/contract/app-state';
import { Group, GroupWords, Row } from '../../components/boxes';
import { PushButton } from '../../components/push-button';
import { Section } from '../../components/section';
import { noReply } from '../../store/send-request';
import { settingsRequests } from '../../store/settings-requests';

/** A text for whoever helps. It is looked at before it is saved, and what is saved is what was looked at. */
export const DiagnosticSection = () => {
  const [text, setText] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const preview = async () => {
    const shown = await settingsRequests.previewDiagnostic();
    setText(shown);
    setOutcome(shown === null ? noReply : null);
  };
  const save = async () => setOutcome(sentenceOf(await settingsRequests.saveDiagnostic()));
  const close = () => {
    setText(null);
    setOutcome(null);
    opener.current?.focus();
  };
  return (
    <Section title="Diagnostic">
      <Group>
        <Row>
          <p className="row-words hint">
            For somebody who helps you. Names, addresses and folders are replaced; no secret, history or command is in
            it. Nothing is sent.
          </p>
          <PushButton ref={opener} onPress={preview} blocked={text !== null}>
            Export a Diagnostic…
          </PushButton>
        </Row>
        {text !== null && (
          <GroupWords>
            <p>This is exactly what will be saved:</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within the keyboard's reach */}
            <section className="diagnostic-text" aria-label="The diagnostic" tabIndex={0}>
              <pre>{text}</pre>
            </section>
            <div className="button-line">
              <PushButton onPress={close} name="Close the diagnostic">
                Close
              </PushButton>
              <PushButton onPress={save} name="Save… the diagnostic" needsFreshClick>
                Save…
              </PushButton>
            </div>
          </GroupWords>
        )}
        <GroupWords>
          <p className="pending" role="status">
            {outcome}
          </p>
        </GroupWords>
      </Group>
    </Section>
  );
};

const sentenceOf = (saved: DiagnosticSaved | null): string | null => {
  switch (saved?.kind) {
    case undefined:
      return noReply;
    case 'saved':
      return 'Saved. Only you can read the file.';
    case 'cancelled':
      return null;
    case 'failed':
      return saved.sentence;
  }
};
