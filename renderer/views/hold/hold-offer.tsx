import { useId, useState } from 'react';
import { describeHoldRestores } from '../../../electron/core/hold/format-hold';
import { usualMinutesAway } from '../../../electron/core/hold/keep-unlocked-choice';
import type { Keychain } from '../../../electron/core/words/keychain';
import type { PendingAction } from '../../../electron/core/words/pending';
import { Hint, Row } from '../../components/boxes';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { SwitchRow } from '../../components/switch-row';
import { isTimeAskedFor } from '../../store/pages';
import { useIsUnderWay } from '../../store/popover-store';
import { requests } from '../../store/requests';
import { useLocalNow } from '../../store/use-local-now';
import { endOf, type HoldChoice, holdChoices, phraseOf } from './hold-choice';
import { HoldExposure } from './hold-exposure';
import { AwayRow, UntilPicker, UntilRow } from './hold-until';

interface Props {
  /** The hold's beginning or end that is under way. */
  readonly action: PendingAction | undefined;
  readonly keychain: Keychain;
  /** All of the snapshot. */
  readonly keychains: readonly Keychain[];
}

/** One click with what stands here; what is chosen stays until the popover's page is loaded again. */
export const HoldOffer = ({ action, keychain, keychains }: Props) => {
  const [choice, setChoice] = useState<HoldChoice>(isTimeAskedFor() ? 'time' : 'four-hours');
  const [clock, setClock] = useState('18:00');
  const [minutesAway, setMinutesAway] = useState(usualMinutesAway);
  const [keepAwake, setKeepAwake] = useState(false);
  const [relocks, setRelocks] = useState(false);
  const [all, setAll] = useState(false);
  const wordsId = useId();
  const now = useLocalNow();
  const isAsked = useIsUnderWay('hold.start');
  const held = all ? keychains : [keychain];
  const end = endOf({ choice, clock, minutesAway }, now);
  const blockedBecause = end.ok ? whyNot(held) : end.reason;
  const isLocked = held.some(({ lock }) => lock.state === 'locked');

  const start = () => {
    if (!end.ok) return;
    void requests.startHold({
      end: end.value,
      keepAwake,
      relock: relocks ? 'always' : 'as-before',
      ...(all ? { keychainPaths: held.map(({ path }) => path) } : {}),
    });
  };

  return (
    <>
      <Row>
        <UntilPicker choices={holdChoices} value={choice} onChange={setChoice} />
        {action?.kind === 'start-hold' && action.phase === 'running' ? (
          <PushButton onPress={requests.cancelUnlock} name="Cancel Keep Unlocked" needsFreshClick>
            Cancel
          </PushButton>
        ) : (
          <PushButton
            onPress={start}
            blocked={blockedBecause !== null || action !== undefined || isAsked}
            name={`Keep Unlocked ${phraseOf(choice)}`}
            describedBy={wordsId}
          >
            Keep Unlocked
          </PushButton>
        )}
      </Row>
      {choice === 'time' && <UntilRow clock={clock} onChange={setClock} />}
      {choice === 'back' && <AwayRow minutesAway={minutesAway} onChange={setMinutesAway} />}
      <SwitchRow
        label="Keep awake on power"
        hint="This Mac does not fall asleep by itself then. A closed lid still sleeps it."
        on={keepAwake}
        onChange={setKeepAwake}
      />
      <SwitchRow label="Lock at the end" on={relocks} onChange={setRelocks} />
      {keychains.length > 1 && <SwitchRow label={`All ${keychains.length} keychains`} on={all} onChange={setAll} />}
      <div className="row-words group-words" id={wordsId}>
        {blockedBecause !== null && <Hint>{blockedBecause}</Hint>}
        {end.ok && blockedBecause === null && (
          <>
            {isLocked && <Hint>The system’s dialog asks for the password first.</Hint>}
            <HoldExposure end={end.value} session={keychain.lock.session} keychains={held} />
            <Hint>
              <OutsideText
                text={describeHoldRestores({ keychains: held.flatMap(asHeld) }, relocks ? 'always' : 'as-before')}
              />
            </Hint>
          </>
        )}
      </div>
    </>
  );
};

const asHeld = ({ path, autoLock, lock }: Keychain) => {
  if (autoLock.source === 'unknown') return [];
  const { lockOnSleep, idleTimeoutSeconds } = autoLock;
  return [{ path, restores: { lockOnSleep, idleTimeoutSeconds }, wasLocked: lock.state === 'locked' }];
};

const whyNot = (held: readonly Keychain[]): string | null => {
  if (held.some(({ lock }) => lock.state === 'unknown')) return 'Possible once the lock state is known.';
  if (held.some(({ autoLock }) => autoLock.source === 'unknown'))
    return 'The present settings are not known, so they could not be put back.';
  return null;
};
