import type { AppState } from '../../../electron/contract/app-state';
import { type CommandLink, describeCommandLink } from '../../../electron/core/command-line/command-link';
import { isPending } from '../../../electron/core/state/pending-actions';
import { everything } from '../../../electron/core/words/pending';
import { Group, GroupWords } from '../../components/boxes';
import { Disclosure } from '../../components/disclosure';
import { FileText } from '../../components/file-text';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { Section } from '../../components/section';
import { requests } from '../../store/requests';
import { OutcomeLine } from '../page/outcome-line';

const kind = 'install-command';

const words = {
  none: { state: 'Not installed', button: 'Install Command Line Tool' },
  stale: { state: 'Leads elsewhere', button: 'Mend the Link' },
  installed: { state: 'Installed', button: null },
} as const;

/** The link by which shells find `latchkey`: where it goes and what PATH needs are read before the button is reached. */
export const CommandLineSettings = ({ state }: { readonly state: AppState }) => {
  const { commandLink } = state;
  if (commandLink === null) return null;
  return (
    <Section title="Command line">
      <Group>
        {commandLink.kind === 'refused' ? (
          <p className="group-line hint">
            <OutsideText text={commandLink.reason} />
          </p>
        ) : (
          <LinkRow state={state} plan={commandLink} />
        )}
      </Group>
    </Section>
  );
};

interface RowProps {
  readonly state: AppState;
  readonly plan: Extract<CommandLink, { readonly kind: 'plan' }>;
}

const LinkRow = ({ state, plan }: RowProps) => {
  const { state: said, button } = words[plan.state];
  return (
    <Disclosure title="Install command line tool…" state={said}>
      <GroupWords>
        <FileText name="What the command line tool needs" lines={describeCommandLink(plan)} />
        {button !== null && (
          <PushButton
            onPress={requests.installCommand}
            blocked={isPending(state.pending, kind, everything)}
            name={button}
          >
            {button}
          </PushButton>
        )}
        <OutcomeLine state={state} kind={kind} target={everything} />
      </GroupWords>
    </Disclosure>
  );
};
