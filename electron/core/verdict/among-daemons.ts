import { isInitialSession } from '../sessions/vantage';
import type { Keychain } from '../words/keychain';
import type { Host } from '../words/session';
import type { Verdict } from '../words/verdict';
import { placeName } from './place-name';
import type { PlaceOutlook } from './place-outlook';
import { namesOf, type ToolAtRisk } from './tools-at-risk';

/** Whether the look was made in the session of daemons. @param inside the place that it was made in, where it is one. */
export const isAmongDaemons = (
  inside: PlaceOutlook | undefined,
  host: Pick<Host, 'securitySession'> | undefined,
): boolean =>
  inside === undefined ? host !== undefined && isInitialSession(host) : inside.session.bornIn === 'initial';

/**
 * Programs of that session do not search the login keychain, as it comes: then no login in it is found from there, and which
 * tools need it cannot be told. Where one is found, somebody has put the keychain on that session's search list.
 */
export const amongDaemons = (
  tools: readonly ToolAtRisk[],
  inside: PlaceOutlook | undefined,
  { lock }: Pick<Keychain, 'lock'>,
): Omit<Verdict, 'places'> => {
  const where = inside === undefined ? 'this session of the system' : placeName(inside.session);
  const primary = { kind: 'start-desktop-tmux' } as const;
  const known = tools.filter(({ need }) => need.kind !== 'unknown');
  if (known.length === 0)
    return { level: 'cannot-tell', sentence: `Can't tell: ${where} does not search the login keychain.`, primary };
  const lost = known.filter(({ need }) => need.kind === 'desktop' || lock.state !== 'unlocked');
  return lost.length === 0
    ? { level: 'go', sentence: `You can go: in ${where} everything should work.`, primary: { kind: 'none' } }
    : { level: 'not-yet', sentence: `Not yet: ${where} has no access to ${namesOf(lost)}.`, primary };
};
