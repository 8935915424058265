import { keychainPath, ttyName } from '../mac-path';
import type { PlannedKeychain, PlannedSession } from '../mac-plan';
import type { Field } from './scenario-field';

const hourMs = 3_600_000;

interface Surroundings {
  readonly nowMs: number;
  readonly home: string;
  readonly keychains: readonly PlannedKeychain[];
}

/**
 * The security sessions. There is always a desktop session, because a process must be able to run in one; where the
 * scenario lists sessions and none of them is a desktop, it is only assumed: all locked and without a row in `who`.
 */
export const parseSessions = (list: Field, surroundings: Surroundings): readonly PlannedSession[] => {
  const listed = list.list().map((field) => parseSession(field, surroundings));
  const ids = listed.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return list.complain(`must not use the id "${twice}" twice`);
  if (listed.some(({ kind }) => kind === 'desktop')) return listed;
  const id = ids.includes('desktop') ? 'desktop-of-nobody' : 'desktop';
  const startedAtMs = surroundings.nowMs - 8 * hourMs;
  const assumed = { id, kind: 'desktop', tty: null, from: null, startedAtMs, unlocked: [] } as const;
  return [{ ...assumed, isListed: listed.length === 0 }, ...listed];
};

const parseSession = (field: Field, { nowMs, home, keychains }: Surroundings): PlannedSession => {
  const id = field.member('id').text();
  if (id === '' || id === '.' || id === '..') return field.member('id').complain('must be a name');
  const kind = field.member('kind').oneOf(['desktop', 'ssh', 'initial']);
  const unlocked = field
    .member('unlocked')
    .list()
    .map((path) => {
      const named = keychainPath(path, home);
      return keychains.some((keychain) => keychain.path === named)
        ? named
        : path.complain('must be the path of one of the keychains');
    });
  return {
    id,
    kind,
    tty: ttyName(field.member('tty').textOrNull()),
    from: field.member('from').textOrNull(),
    startedAtMs: field.member('startedAt').time(nowMs, nowMs - (kind === 'desktop' ? 8 : 1) * hourMs),
    unlocked,
    isListed: true,
  };
};
