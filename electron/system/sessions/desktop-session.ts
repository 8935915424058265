import type { Outcome } from '../../core/outcome';
import type { SessionAttributes } from '../../core/words/session';
import type { BoundedTools } from '../children/bounded-tools';
import type { MacHost } from '../mac/host';

/** Reads the number of the desktop's security session, in hexadecimal as SECURITYSESSIONID has it; null where unknown. */
export type ReadDesktopSession = () => Promise<string | null>;

/** Whether the user is logged in at the desktop. */
export type ReadDesk = () => Promise<'occupied' | 'nobody' | 'unknown'>;

/** No such domain, or none that can be asked about: where nobody is logged in there (113 and, from macOS 26.4 on, 125). */
const noDesktop: readonly number[] = [112, 113, 125];

export const createDeskReader =
  ({ uid }: MacHost, tools: BoundedTools, readSecuritySession: () => Promise<Outcome<SessionAttributes>>): ReadDesk =>
  async () => {
    const own = await readSecuritySession();
    if (own.ok && own.value.graphicAccess) return 'occupied';
    const answer = await tools.ask('/bin/launchctl', ['print', `gui/${uid}`], 'print gui');
    if (!answer.ok) return 'unknown';
    if (answer.code === 0) return 'occupied';
    return noDesktop.includes(answer.code) ? 'nobody' : 'unknown';
  };

/**
 * On the desktop this process has that number itself, from the kernel. From elsewhere launchd tells it, which knows the
 * audit session of each user's domain (`launchctl print gui/501`); one child each time, since somebody may log out.
 */
export const createDesktopSessionReader =
  (
    { uid }: MacHost,
    tools: BoundedTools,
    readSecuritySession: () => Promise<Outcome<SessionAttributes>>,
  ): ReadDesktopSession =>
  async () => {
    const own = await readSecuritySession();
    if (own.ok && own.value.graphicAccess) return own.value.id.toString(16);
    const answer = await tools.ask('/bin/launchctl', ['print', `gui/${uid}`], 'print gui');
    const number = answer.ok && answer.code === 0 ? /^[ \t]*asid = (\d{1,10})$/m.exec(answer.stdout)?.[1] : undefined;
    return number === undefined ? null : Number(number).toString(16);
  };
