import type { RemoteSession } from '../words/session';

type Session = Pick<RemoteSession, 'id' | 'tty'>;

/**
 * A name for each session, by its id, that no other of them has: two logins from one host are told apart by their
 * terminals, or by a number where these do not tell.
 *
 * @param nameOf what it is called; with its terminal where the name alone is another one's too.
 */
export const namesApart = <Some extends Session>(
  sessions: readonly Some[],
  nameOf: (session: Some, tty: string | undefined) => string,
): ReadonlyMap<string, string> => {
  const groups = new Map<string, Some[]>();
  for (const session of sessions) {
    const name = nameOf(session, undefined);
    groups.set(name, [...(groups.get(name) ?? []), session]);
  }
  const apart = new Map<string, string>();
  for (const [name, group] of groups) {
    const withTerminals = group.map((session) => nameOf(session, session.tty));
    const areTold = new Set(withTerminals).size === group.length;
    for (const [index, { id }] of group.entries()) {
      const numbered = index === 0 ? name : `${name} (${index + 1})`;
      apart.set(id, group.length > 1 && areTold ? (withTerminals[index] ?? name) : numbered);
    }
  }
  return apart;
};
