import { useId } from 'react';
import type { AppState } from '../../electron/contract/app-state';
import { recommendAutoLock } from '../../electron/core/auto-lock-recommendation';
import { explainAutoLock, formatAutoLockSource, whyAutoLockIsFixed } from '../../electron/core/format-auto-lock';
import type { AutoLockSettings, Keychain } from '../../electron/core/snapshot';
import { OutsideText } from '../components/outside-text';
import { SwitchRow } from '../components/switch-row';
import { usePopoverStore } from '../store/popover-store';
import { requests } from '../store/requests';
import { RecommendationRow } from './recommendation-row';
import { TimeoutPicker } from './timeout-picker';
import { UndoRow } from './undo-row';

interface Props {
  readonly state: AppState;
  readonly keychain: Keychain;
  /** Names the keychain to VoiceOver where several have such controls. */
  readonly keychainName?: string;
}

/** One keychain's two settings. `security` writes both at once, so both travel with every change. */
export const AutoLockControls = ({ state, keychain, keychainName }: Props) => {
  const reasonId = useId();
  const { autoLock, lock, path } = keychain;
  const requestUnderWay = usePopoverStore((store) => store.requestsUnderWay.includes('setAutoLock'));
  const action = state.pending.find(({ kind, keychainPath }) => kind === 'set-auto-lock' && keychainPath === path);
  const hold = state.snapshot?.hold;
  const isHeld = hold !== undefined && hold.state !== 'off' && hold.keychains.some((held) => held.path === path);
  const fixedBecause = isHeld
    ? 'A hold keeps these settings aside. They are put back when it ends, and can be changed then.'
    : whyAutoLockIsFixed(lock.state, autoLock);
  const describedBy = fixedBecause === null ? undefined : reasonId;
  const isFixed = fixedBecause !== null;
  const undo = state.undos.find(({ keychainPath }) => keychainPath === path);
  const access = state.snapshot?.remoteAccess;
  const recommendation =
    autoLock.source === 'unknown' || access === undefined ? null : recommendAutoLock(autoLock, access);

  const change = (changes: Partial<AutoLockSettings>) => {
    // A second change before the first one's result is known would write back a value that is out of date.
    if (autoLock.source === 'unknown' || action || requestUnderWay) return;
    const { lockOnSleep, idleTimeoutSeconds } = { ...autoLock, ...changes };
    void requests.setAutoLock({ keychainPath: path, lockOnSleep, idleTimeoutSeconds });
  };

  return (
    <>
      {autoLock.source !== 'unknown' && (
        <>
          <TimeoutPicker
            idleTimeoutSeconds={autoLock.idleTimeoutSeconds}
            disabled={isFixed}
            describedBy={describedBy}
            {...(keychainName === undefined ? {} : { keychainName })}
            onChange={(idleTimeoutSeconds) => change({ idleTimeoutSeconds })}
          />
          <SwitchRow
            label="Lock on sleep"
            on={autoLock.lockOnSleep}
            disabled={isFixed}
            describedBy={describedBy}
            {...(keychainName === undefined ? {} : { of: keychainName })}
            onChange={(lockOnSleep) => change({ lockOnSleep })}
          />
        </>
      )}
      <div className="row-words group-words">
        {autoLock.source !== 'unknown' && !isHeld && (
          <p>{explainAutoLock(autoLock, access?.systemSleepMinutes ?? 'unknown')}</p>
        )}
        <p className="hint">
          <OutsideText text={formatAutoLockSource(autoLock)} />
        </p>
        {isFixed && (
          <p className="hint" id={reasonId}>
            {fixedBecause}
          </p>
        )}
      </div>
      {recommendation && keychain.isLogin && (
        <RecommendationRow
          recommendation={recommendation}
          blocked={isFixed || !!action}
          onUse={() => change(recommendation.settings)}
        />
      )}
      {undo && <UndoRow undo={undo} keychain={keychain} blocked={isFixed || !!action} />}
    </>
  );
};
