import type { WarningAction } from '../words/warning';
import type { NotificationKind } from './notification-kinds';

/** Something to tell somebody who is not looking. */
export interface Announcement {
  readonly kind: NotificationKind;
  /** One event, one key: what was told under it is not told again. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  /** Null where nothing can be done from here. */
  readonly action: WarningAction | null;
}

/** An announcement's cause while it holds. */
export interface NotableEvent extends Announcement {
  /**
   * The lock state that ends it for good; until then it may come and go (a client leaves and returns) and stays the same.
   * Null: it ends when it does not hold any more.
   */
  readonly endsWith: 'locked' | 'unlocked' | null;
  /** The user has just done it through Latchkey, or it was so before. */
  readonly isNoNews: boolean;
}
