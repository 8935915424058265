/** What a remote user meets after this Mac has restarted. One sentence or two; nothing in it is promised of a keychain. */
export interface RestartOutlook {
  /** `nobody-now`: it is so already. */
  readonly kind: 'nobody-now' | 'disk-waits' | 'logs-in-by-itself' | 'nobody-at-the-desktop' | 'unknown';
  readonly sentence: string;
}

export interface RestartFacts {
  readonly fileVault: 'on' | 'off' | 'unknown';
  readonly autoLogin: 'on' | 'off' | 'unknown';
  readonly remoteLogin: 'on' | 'off' | 'unknown';
  readonly desk?: 'nobody' | 'unknown';
}

/**
 * FileVault and automatic login decide whether there is a desktop session at all after a restart. With FileVault on,
 * macOS allows no automatic login, and an SSH login before the first unlock of the disk only unlocks the disk.
 */
export const restartOutlook = ({ fileVault, autoLogin, remoteLogin, desk }: RestartFacts): RestartOutlook => {
  if (desk === 'nobody') return { kind: 'nobody-now', sentence: nobodyNow };
  if (fileVault === 'on') return { kind: 'disk-waits', sentence: diskWaits(remoteLogin) };
  if (fileVault === 'unknown' || autoLogin === 'unknown') {
    return {
      kind: 'unknown',
      sentence: `After a restart: ${fileVault === 'unknown' ? 'whether FileVault is on' : 'whether this Mac logs in by itself'} could not be told, so neither can be what a remote user meets.`,
    };
  }
  if (autoLogin === 'on') {
    return {
      kind: 'logs-in-by-itself',
      sentence:
        'After a restart this Mac logs in by itself: there is a desktop session again, without the tmux servers of before. A new SSH login sees a locked keychain, as far as anybody has reported.',
    };
  }
  return { kind: 'nobody-at-the-desktop', sentence: nobody(remoteLogin) };
};

const nobodyNow =
  'Nobody is logged in at the desktop now, after a restart or a logout: no dialog can be answered, and no server of the desktop is there to attach to. Log in at this Mac or over Screen Sharing; until then unlock inside each SSH login.';

const diskWaits = (remoteLogin: RestartFacts['remoteLogin']): string =>
  remoteLogin === 'off'
    ? 'After a restart the disk waits for a password at this Mac: nothing runs and nobody gets in from afar before that.'
    : 'After a restart the disk waits for a password. A first SSH login only unlocks the disk; there is no desktop session until somebody logs in at this Mac.';

const nobody = (remoteLogin: RestartFacts['remoteLogin']): string =>
  remoteLogin === 'off'
    ? 'After a restart nobody is logged in: there is no desktop session until somebody logs in at this Mac.'
    : 'After a restart nobody is logged in at the desktop: an SSH login works and sees a locked keychain, and no server of the desktop is there to attach to.';
