import type { MacPlan, PlannedSession } from './mac-plan';

/** `own`: a session that `su` makes, without a desktop and without SSH. */
export type AuditSessionKind = PlannedSession['kind'] | 'own';

/** What the kernel says of a session, and where securityd keeps its lock states. */
export interface AuditSession {
  readonly kind: AuditSessionKind;
  readonly number: number;
  /** As SessionGetInfo tells them (AuthSession.h, xnu `bsm/audit.h`). */
  readonly bits: number;
  /** The id under which its lock states lie: its own, or that of the logins that share one. */
  readonly key: string;
}

/** The session of PID 1. It is always there, and daemons live in it. */
export const initialSessionId = 'initial';
/** The first number that the kernel gives away, and it gives it to PID 1 (xnu ASSIGNED_ASID_MIN). */
const initialNumber = 100_000;
const usualDesktopNumber = 100_006;

const bitsOf: Readonly<Record<AuditSessionKind, number>> = { desktop: 0x6030, ssh: 0x5020, initial: 0x1, own: 0 };

type Sessions = Pick<MacPlan, 'sessions'>;

/** A session that is not listed is a login that is gone, so it came over SSH, unless its name says otherwise. */
export const sessionKind = ({ sessions }: Sessions, id: string): AuditSessionKind => {
  const listed = sessions.find((session) => session.id === id)?.kind;
  if (listed !== undefined) return listed;
  if (id === initialSessionId) return 'initial';
  return /^su(-|$)/.test(id) ? 'own' : 'ssh';
};

/** Where logins share a session, each of them has this one. */
export const sharedSessionKey = ({ sessions }: Sessions): string =>
  sessions.find(({ kind }) => kind === 'ssh')?.id ?? 'ssh-logins';

export const auditSession = (
  plan: Sessions & Pick<MacPlan, 'environment' | 'sshLoginsShareSession'>,
  id: string,
): AuditSession => {
  const kind = sessionKind(plan, id);
  const key = kind === 'ssh' && plan.sshLoginsShareSession ? sharedSessionKey(plan) : id;
  const numbers = { desktop: desktopNumber(plan.environment), initial: initialNumber };
  const number = kind === 'desktop' || kind === 'initial' ? numbers[kind] : drawnNumber(key);
  return { kind, number, bits: bitsOf[kind], key };
};

/** Hexadecimal in the variable, as macOS sets it for what starts on the desktop. */
export const securitySessionVariable = (plan: Pick<MacPlan, 'environment'>): Readonly<Record<string, string>> => ({
  SECURITYSESSIONID: plan.environment.SECURITYSESSIONID ?? usualDesktopNumber.toString(16),
});

const desktopNumber = ({ SECURITYSESSIONID = '' }: MacPlan['environment']): number =>
  /^[0-9a-f]{1,8}$/i.test(SECURITYSESSIONID) ? Number.parseInt(SECURITYSESSIONID, 16) : usualDesktopNumber;

/** Another one for each name, and the same in the C stub (FNV-1a). */
const drawnNumber = (name: string): number => {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return 100_010 + (hash % 800_000);
};
