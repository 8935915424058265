import { useId } from 'react';
import type { MonitorState } from '../../electron/core/monitor-state';
import type { OnOff, RemoteSession } from '../../electron/core/snapshot';
import { Age } from '../components/age';
import { LockWord } from '../components/lock-word';
import { OutsideText } from '../components/outside-text';
import { PushButton } from '../components/push-button';
import { requests } from '../store/requests';
import { actionOf, onlyTarget, pendingPhrase } from './pending';
import { SessionRow } from './session-row';

interface Props {
  readonly state: MonitorState;
  readonly session: RemoteSession;
  readonly remoteLogin: OnOff;
}

/** The login that does not exist yet: what it will see, and a login made to find out. */
export const FreshLoginRow = ({ state, session, remoteLogin }: Props) => {
  const hintId = useId();
  const action = actionOf(state, 'test-fresh-login', onlyTarget);
  const isOff = remoteLogin === 'off';
  return (
    <SessionRow state={state} session={session}>
      <div className="action-block">
        <PushButton onPress={requests.testFreshLogin} blocked={isOff || action !== undefined} describedBy={hintId}>
          Test a fresh login
        </PushButton>
        <p className="hint" id={hintId}>
          {isOff
            ? 'There is nothing to test while Remote Login is off: System Settings › General › Sharing.'
            : 'Logs in to this Mac once, with your SSH key, and asks there.'}
        </p>
        <p className="pending" role="status">
          {action && pendingPhrase(action)}
        </p>
        <TestResult state={state} session={session} />
      </div>
    </SessionRow>
  );
};

/** Nothing where the row itself tells what the test has found. */
const TestResult = ({ state: { freshLoginTest: test }, session }: Pick<Props, 'state' | 'session'>) =>
  test === null || (test.at === session.measuredAt && test.reason === session.reason) ? null : (
    <div className="test-result">
      <p className="title-with-state">
        <span>
          Tested <Age at={test.at} />
        </span>
        <LockWord state={test.sees} prefix="saw" />
      </p>
      <p className="hint">
        <OutsideText text={test.reason} />
      </p>
    </div>
  );
