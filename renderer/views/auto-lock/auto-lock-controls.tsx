import { useEffect, useId, useState } from 'react';
import type { AppState } from '../../../electron/contract/app-state';
import {
  explainAutoLock,
  formatAutoLockSource,
  whyAutoLockIsFixed,
} from '../../../electron/core/auto-lock/format-auto-lock';
import { isUnlockDialogOpen, pendingAction } from '../../../electron/core/state/pending-actions';
import type { AutoLockSettings, Keychain } from '../../../electron/core/words/keychain';
import { Hint } from '../../components/boxes';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { SwitchRow } from '../../components/switch-row';
import { useIsUnderWay } from '../../store/popover-store';
import { requests } from '../../store/requests';
import { lockActionOf } from '../page/pending';
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
  const requestUnderWay = useIsUnderWay('autoLock.set');
  const action = pendingAction(state.pending, 'set-auto-lock', { kind: 'keychain', path });
  const hold = state.snapshot?.hold;
  const isHeld = hold !== undefined && hold.state !== 'off' && hold.keychains.some((held) => held.path === path);
  const fixedBecause = isHeld
    ? 'Keep Unlocked has set these aside. They are put back when it ends, and can be changed then.'
    : whyAutoLockIsFixed(lock.state, autoLock);
  const describedBy = fixedBecause === null ? undefined : reasonId;
  const isFixed = fixedBecause !== null;
  const undo = state.undos.find(({ keychainPath }) => keychainPath === path);
  const access = state.snapshot?.remoteAccess;
  const { recommendedAutoLock: recommendation } = state;

  const [wished, setWished] = useState<Partial<AutoLockSettings> | null>(null);
  const change = (changes: Partial<AutoLockSettings>) => setWished((before) => ({ ...before, ...changes }));
  const isBusy = action !== undefined || requestUnderWay;
  // A second change before the first one's result is known would write back a value that is out of date: it waits.
  useEffect(() => {
    if (wished === null || isBusy || autoLock.source === 'unknown') return;
    setWished(null);
    if (isFixed) return;
    const { lockOnSleep, idleTimeoutSeconds } = { ...autoLock, ...wished };
    void requests.setAutoLock({ keychainPath: path, lockOnSleep, idleTimeoutSeconds });
  }, [wished, isBusy, isFixed, autoLock, path]);

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
        <Hint>
          <OutsideText text={formatAutoLockSource(autoLock)} />
        </Hint>
        {isFixed && <Hint id={reasonId}>{fixedBecause}</Hint>}
        {lock.state === 'locked' && !isHeld && autoLock.source !== 'unknown' && (
          <PushButton
            onPress={() => requests.unlock(path)}
            blocked={isUnlockDialogOpen(state) || lockActionOf(state, path) !== undefined}
            name={`Unlock and Change…${keychainName === undefined ? '' : ` ${keychainName}`}`}
          >
            Unlock and Change…
          </PushButton>
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
