import { lockStateWord } from '../../electron/core/keychain/format-lock-state';
import type { LockState } from '../../electron/core/words/keychain';
import { Icon } from './icon';

/** A lock state as icon and word: never as a colour alone. */
export const LockWord = ({ state, prefix }: { readonly state: LockState; readonly prefix?: string }) => (
  <span className={`state-word state-${state}`}>
    <Icon name={state} />
    <span>
      {prefix && <span className="visually-hidden">{prefix} </span>}
      {lockStateWord[state]}
    </span>
  </span>
);
