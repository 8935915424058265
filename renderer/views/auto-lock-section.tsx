import { useId } from 'react';
import type { AppState } from '../../electron/contract/app-state';
import { explainAutoLock, formatAutoLockSource, whyAutoLockIsFixed } from '../../electron/core/format-auto-lock';
import type { AutoLockSettings, Keychain } from '../../electron/core/snapshot';
import { OutsideText } from '../components/outside-text';
import { Section } from '../components/section';
import { SwitchRow } from '../components/switch-row';
import { usePopoverStore } from '../store/popover-store';
import { requests } from '../store/requests';
import { pendingPhrase } from './pending';
import { TimeoutPicker } from './timeout-picker';
import { UndoRow } from './undo-row';

/** The two settings. `security` writes both at once, so both travel with every change. */
export const AutoLockSection = ({ state, keychain }: { readonly state: AppState; readonly keychain: Keychain }) => {
  const reasonId = useId();
  const { autoLock, lock, path } = keychain;
  const requestUnderWay = usePopoverStore((store) => store.requestsUnderWay.includes('setAutoLock'));
  const action = state.pending.find(({ kind, keychainPath }) => kind === 'set-auto-lock' && keychainPath === path);
  const fixedBecause = whyAutoLockIsFixed(lock.state, autoLock);
  const describedBy = fixedBecause === null ? undefined : reasonId;

  const change = (changes: Partial<AutoLockSettings>) => {
    // A second change before the first one's result is known would write back a value that is out of date.
    if (autoLock.source === 'unknown' || action || requestUnderWay) return;
    const { lockOnSleep, idleTimeoutSeconds } = { ...autoLock, ...changes };
    void requests.setAutoLock({ keychainPath: path, lockOnSleep, idleTimeoutSeconds });
  };

  return (
    <Section
      title="Auto-lock"
      aside={
        <p className="pending" role="status">
          {action && pendingPhrase(action)}
        </p>
      }
    >
      <div className="group">
        {autoLock.source !== 'unknown' && (
          <>
            <TimeoutPicker
              idleTimeoutSeconds={autoLock.idleTimeoutSeconds}
              disabled={fixedBecause !== null}
              describedBy={describedBy}
              onChange={(idleTimeoutSeconds) => change({ idleTimeoutSeconds })}
            />
            <SwitchRow
              label="Lock on sleep"
              on={autoLock.lockOnSleep}
              disabled={fixedBecause !== null}
              describedBy={describedBy}
              onChange={(lockOnSleep) => change({ lockOnSleep })}
            />
          </>
        )}
        <div className="row-words group-words">
          {autoLock.source !== 'unknown' && (
            <p>{explainAutoLock(autoLock, state.snapshot?.remoteAccess.systemSleepMinutes ?? 'unknown')}</p>
          )}
          <p className="hint">
            <OutsideText text={formatAutoLockSource(autoLock)} />
          </p>
          {fixedBecause !== null && (
            <p className="hint" id={reasonId}>
              {fixedBecause}
            </p>
          )}
        </div>
        {state.undo?.keychainPath === path && <UndoRow undo={state.undo} blocked={fixedBecause !== null || !!action} />}
      </div>
    </Section>
  );
};
