import type { ModelClock } from './clock';
import { desktop, type ModelKeychains } from './keychains';
import { loginPath } from './paths';
import { kernelWordOf, type ModelPlace } from './places';

/**
 * `true`: as the shell helper writes it. `false`: well-formed, and it says the opposite; any program of the user could write
 * it. The rest is what nobody may believe.
 */
export type ReportKind = 'true' | 'false' | 'garbled' | 'from-the-future' | 'contradicts-itself' | 'unknown-member';

/** The text that a place's shell helper, or somebody who plays it, leaves in the folder of reports. */
export const reportText = (
  kind: ReportKind,
  place: ModelPlace,
  { clock, keychains }: { readonly clock: ModelClock; readonly keychains: ModelKeychains },
): string => {
  const isUnlocked = keychains.isUnlocked(loginPath, place.session) !== (kind === 'false');
  const mayAsk = place.session !== desktop && place.bornIn !== 'initial';
  const writtenAtMs = clock.wall() + (kind === 'from-the-future' ? 10 * 60_000 : 0);
  const report = {
    schemaVersion: 1,
    writtenAt: new Date(writtenAtMs).toISOString().replace(/\.\d+Z$/, 'Z'),
    pid: 4711,
    tty: place.tty,
    sshConnection: place.tty === null ? null : '192.168.1.9 51022 192.168.1.20 22',
    tmuxSocket: place.socket,
    managerName: mayAsk ? 'Background' : place.session === desktop ? 'Aqua' : 'Background',
    keychainPath: loginPath,
    ...(mayAsk
      ? { lock: isUnlocked ? 'unlocked' : 'locked', exitCode: isUnlocked ? 0 : 36 }
      : { lock: 'unknown', exitCode: null }),
    variables: [],
    securitySession: kernelWordOf(place),
    reason: mayAsk ? null : place.session === desktop ? 'desktop' : 'no-ssh-birth',
  };
  if (kind === 'contradicts-itself') return JSON.stringify({ ...report, lock: 'unlocked', exitCode: 36 });
  if (kind === 'unknown-member') return JSON.stringify({ ...report, lock: 'unlocked', exitCode: 0, obey: true });
  const text = JSON.stringify(report);
  return kind === 'garbled' ? text.slice(0, text.length / 2) : text;
};
