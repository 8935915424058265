import type { MouseEvent } from 'react';
import { cornerOf } from '../../behaviour/corner-of';
import { Icon } from '../../components/icon';
import { requests } from '../../store/requests';
import type { NamedAction } from './named-action';

interface Props {
  readonly action: NamedAction;
  /** Return presses it. */
  readonly isPrimary: boolean;
  readonly isBlue: boolean;
  readonly describedBy: string | undefined;
  readonly menuTitle: string;
}

/** A button of the first page, with a native menu at its end where it can be done otherwise too. */
export const ActionButton = ({ action, isPrimary, isBlue, describedBy, menuTitle }: Props) => {
  const { label, name, press, isBlocked, menuOf } = action;
  const look = isBlue ? 'primary' : 'plain';
  return (
    <div className={`action action-${look}`}>
      <button
        type="button"
        className={`push-button push-button-${look} action-main`}
        aria-label={name}
        aria-disabled={isBlocked || undefined}
        aria-describedby={describedBy}
        data-primary={isPrimary || undefined}
        onClick={({ detail }: MouseEvent) => {
          // The second click of a double-click was meant for what stood here before.
          if (!isBlocked && detail < 2) press();
        }}
      >
        <span className="action-label">{label}</span>
      </button>
      {menuOf !== null && (
        <button
          type="button"
          className={`push-button push-button-${look} action-menu`}
          aria-label={menuTitle}
          aria-haspopup="menu"
          onClick={({ currentTarget }) =>
            requests.openKeepUnlockedMenu({ keychainPath: menuOf, ...cornerOf(currentTarget) })
          }
        >
          <Icon name="menu" />
        </button>
      )}
    </div>
  );
};
