import { useId } from 'react';
import type { ExpiryThresholds, ThresholdKind } from '../../../electron/core/credentials/expiry-thresholds';
import { formatLeads, leadChoices } from '../../../electron/core/credentials/format-lead-minutes';
import { Group, Row } from '../../components/boxes';
import { Icon } from '../../components/icon';
import { Section } from '../../components/section';
import { requests } from '../../store/requests';

const labels: Readonly<Record<ThresholdKind, string>> = {
  login: 'Logins',
  session: 'Sessions and access tokens',
  certificate: 'Certificates',
};
const kinds = Object.keys(labels) as ThresholdKind[];

/** How early the end of a login is told of; that it has ended is always told. */
export const ExpirySection = ({ thresholds }: { readonly thresholds: ExpiryThresholds }) => (
  <Section title="Warn before a login ends">
    <Group>
      {kinds.map((kind) => (
        <LeadPicker key={kind} kind={kind} thresholds={thresholds} />
      ))}
      <p className="hint group-line">What renews itself is no warning. That something has ended is always told.</p>
    </Group>
  </Section>
);

interface Props {
  readonly kind: ThresholdKind;
  readonly thresholds: ExpiryThresholds;
}

/** A pop-up button: it shows the present choice; another one is asked for, and the next state answers. */
const LeadPicker = ({ kind, thresholds }: Props) => {
  const id = useId();
  const choices = leadChoices(kind, thresholds[kind]);
  return (
    <Row>
      <label htmlFor={id}>{labels[kind]}</label>
      <span className="pop-up">
        <select
          id={id}
          value={String(thresholds[kind])}
          onChange={({ target }) => {
            const chosen = choices.find((leads) => String(leads) === target.value);
            if (chosen) void requests.setPreference('expiryThresholds', { ...thresholds, [kind]: chosen });
          }}
        >
          {choices.map((leads) => (
            <option key={String(leads)} value={String(leads)}>
              {formatLeads(leads)}
            </option>
          ))}
        </select>
        <Icon name="chevrons" />
      </span>
    </Row>
  );
};
