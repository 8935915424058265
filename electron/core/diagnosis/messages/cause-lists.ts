import type { CauseId } from '../causes/causes';

type Causes = readonly [CauseId, ...CauseId[]];

/** Each session may be the one that sees the keychain locked; what was measured decides. */
export const lockedSomewhere = [
  'ssh-login-locked',
  'desktop-locked',
  'tmux-server-locked',
  'background-server-locked',
  'next-login-locked',
] as const satisfies Causes;

/** The tool found nothing in the keychain and could ask nobody. */
export const lockedOrSignedOut: Causes = ['ssh-login-locked', 'signed-out', ...lockedSomewhere.slice(1)];

/** The keychain was asked and may not be used. */
export const lockedKeychain: Causes = [
  ...lockedSomewhere,
  'keychain-access-denied',
  'keychain-password-differs',
  'keychain-locks-itself',
];

/** The tool found no login: hidden by a lock as a rule, else not there or at its end. */
export const hiddenOrGone: Causes = [
  'ssh-login-locked',
  'signed-out',
  'login-expired',
  ...lockedSomewhere.slice(1),
  'keychain-not-searched',
  'keychain-file-unusable',
  'keychain-access-denied',
  'keychain-locks-itself',
];

/** The service was shown a login and did not take it. */
export const notAccepted: Causes = [
  'login-revoked',
  'variable-overrules',
  'several-variables',
  'old-token-in-use',
  'login-expired',
];

/** The login is past its end. */
export const atItsEnd: Causes = [
  'login-expired',
  'login-revoked',
  'old-token-in-use',
  'refresh-lock-stuck',
  'clock-wrong',
];

/** The service was shown no login that it takes: an old one, another one, or none because the keychain is locked. */
export const noneOrOld: Causes = [
  'login-expired',
  'login-revoked',
  'variable-overrules',
  'several-variables',
  'old-token-in-use',
  'signed-out',
  'ssh-login-locked',
  'desktop-locked',
  'tmux-server-locked',
];
