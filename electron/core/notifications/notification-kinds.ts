/** What Latchkey tells somebody who is not looking. */
export type NotificationKind =
  | 'keychain-locked'
  | 'keychain-locks-soon'
  | 'hold-ends-soon'
  | 'hold-waits'
  | 'login-ends';

export interface NotificationRule {
  /** What it is about, as a choice in the settings. */
  readonly title: string;
  /** When it comes, and how often. */
  readonly when: string;
  /** What its button does; null where nothing can be done from there. */
  readonly action: 'Unlock' | null;
}

/**
 * Every notification there is, the most pressing first. Focus and quiet hours are macOS's own: it keeps what comes meanwhile
 * in Notification Center, and the popover shows it until it was seen.
 */
export const notificationRules: Readonly<Record<NotificationKind, NotificationRule>> = {
  'keychain-locked': {
    title: 'The keychain locked',
    when: 'Once each time, while a remote client shares the desktop’s session.',
    action: 'Unlock',
  },
  'hold-waits': {
    title: 'Keep Unlocked waits for you',
    when: 'Once, when settings cannot be put back without you.',
    action: 'Unlock',
  },
  'hold-ends-soon': {
    title: 'Keep Unlocked ends soon',
    when: 'Once, 5 minutes before, while a remote client is attached and the keychain may lock then.',
    action: null,
  },
  'keychain-locks-soon': {
    title: 'The keychain may lock soon',
    when: 'Once for each unlock, 5 minutes before it may lock under a remote client.',
    action: 'Unlock',
  },
  'login-ends': {
    title: 'A login or certificate ends',
    when: 'Once at each of its lead times, and once when it has ended.',
    action: null,
  },
};

export const notificationKinds = Object.keys(notificationRules) as readonly NotificationKind[];

/** The most pressing first. */
export const byUrgency = (
  one: { readonly kind: NotificationKind },
  other: { readonly kind: NotificationKind },
): number => notificationKinds.indexOf(one.kind) - notificationKinds.indexOf(other.kind);
