import type { LocalNow } from '../time/format-moment';
import type { Credential } from '../words/credential';
import type { Verdict } from '../words/verdict';
import { endPhrase } from './locking';

/** What ends later is a row's dot: there will be another evening to sign in. */
const soonMs = 12 * 3_600_000;
/** A login that ended longer ago is one that nobody uses. */
const stillMissedMs = 7 * 24 * 3_600_000;

/** The login that ends, or has ended, while somebody is away who could sign in now; null where there is none. */
export const endingLogin = (credentials: readonly Credential[], now: LocalNow): Omit<Verdict, 'places'> | null => {
  const ends = credentials.flatMap((credential) => {
    const { installed, expiry, status } = credential;
    if (!installed || expiry === null || expiry.isRenewed || !['login', 'session', 'certificate'].includes(expiry.of))
      return [];
    const atMs = Date.parse(expiry.at);
    const aheadMs = atMs - now.nowMs;
    const isEnding = ['expiring', 'valid'].includes(status) && aheadMs > 0 && aheadMs <= soonMs;
    const hasEnded = expiry.of === 'login' && status === 'expired' && aheadMs <= 0 && -aheadMs < stillMissedMs;
    return isEnding || hasEnded ? [{ credential, of: expiry.of, atMs }] : [];
  });
  const [first] = ends.sort((one, other) => one.atMs - other.atMs);
  if (first === undefined) return null;
  const { credential, of, atMs } = first;
  const end = atMs <= now.nowMs ? 'has ended' : `ends ${endPhrase(atMs, now)}`;
  return {
    level: 'not-yet',
    sentence:
      of === 'certificate'
        ? `Renew ${credential.name} first: its certificate ${end}.`
        : `Sign in to ${credential.name} first: its ${of === 'session' ? 'session' : 'login'} ${end}.`,
    primary: {
      kind: 'show-login',
      tool: credential.tool,
      ...(credential.account === undefined ? {} : { account: credential.account }),
    },
  };
};
