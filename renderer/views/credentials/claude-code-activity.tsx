import {
  formatRefreshSubject,
  formatRunning,
  refreshLockPhrase,
} from '../../../electron/core/claude-code/format-claude-code';
import type { ClaudeCodeActivity, NextRefresh, RefreshLock } from '../../../electron/core/words/claude-code-activity';
import { GroupWords, Hint } from '../../components/boxes';
import { CommandToCopy } from '../../components/command-to-copy';
import { Disclosure } from '../../components/disclosure';
import { Moment } from '../../components/moment';
import { OutsideText } from '../../components/outside-text';
import { Section } from '../../components/section';
import { UnreadLine } from '../../components/unread-line';
import { requests } from '../../store/requests';
import { useLocalNow } from '../../store/use-local-now';
import { ClaudeCodeProcessRow } from './claude-code-process-row';

/** The Claude Codes that run, when they renew their token, whether that hangs, and what helps. */
export const ClaudeCodeSection = ({ activity }: { readonly activity: ClaudeCodeActivity }) => {
  const { processes, moreProcesses, problem, nextRefresh, refreshLock, advice } = activity;
  return (
    <Section title="Claude Code">
      <div className="group claude-code">
        <GroupWords>
          <p>{formatRunning(activity) ?? <OutsideText text={problem ?? ''} />}</p>
          <UnreadLine mark={activity.unread && { ...activity.unread, reason: 'which run now is not known.' }} />
          <RefreshLine refresh={nextRefresh} />
          {refreshLock.state !== 'free' && <LockLines lock={refreshLock} />}
        </GroupWords>
        {advice.length > 0 && (
          <ul className="rows" aria-label="What helps Claude Code">
            {advice.map(({ sentence, help }) => (
              <li key={sentence} className="group-words advice">
                <p>
                  <OutsideText text={sentence} />
                </p>
                {help && (
                  <CommandToCopy
                    command={help.command}
                    copy={() => requests.copyAdvisedCommand(help.name)}
                    name={`Copy command ${help.command}`}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {processes.length > 0 && (
          <Disclosure title="Running, the oldest first" state={`${processes.length + moreProcesses}`}>
            <ul className="rows" aria-label="Running Claude Codes">
              {processes.map((process) => (
                <ClaudeCodeProcessRow key={process.pid} process={process} />
              ))}
            </ul>
            {moreProcesses > 0 && <p className="group-line">And {moreProcesses} more.</p>}
          </Disclosure>
        )}
      </div>
    </Section>
  );
};

const RefreshLine = ({ refresh }: { readonly refresh: NextRefresh }) => {
  const { nowMs } = useLocalNow();
  return (
    <>
      {'at' in refresh && (
        <p>
          {formatRefreshSubject(refresh, nowMs)} <Moment at={refresh.at} />
          {refresh.account !== undefined && (
            <>
              {' for '}
              <OutsideText text={refresh.account} />
            </>
          )}
          .
        </p>
      )}
      <Hint>
        <OutsideText text={refresh.reason} />
      </Hint>
    </>
  );
};

const LockLines = ({ lock }: { readonly lock: Exclude<RefreshLock, { state: 'free' }> }) => (
  <>
    <p className={`refresh-lock refresh-lock-${lock.state}`}>{refreshLockPhrase[lock.state]}</p>
    <Hint>
      <OutsideText text={lock.reason} />
      {lock.state !== 'unknown' && (
        <>
          {' Last touched '}
          <Moment at={lock.touchedAt} />.
        </>
      )}
    </Hint>
    {lock.state !== 'unknown' && lock.symptom && (
      <p className="hint symptom">
        <OutsideText text={`Shows as: “${lock.symptom}”`} />
      </p>
    )}
  </>
);
