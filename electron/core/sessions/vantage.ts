import type { SecuritySession } from '../words/keychain';
import type { Host } from '../words/session';

/**
 * The security session that a look was made from. Only the kernel's word proves it; where that is missing, the manager's
 * name is the best hint that there is.
 */
export const sessionOfHost = ({ securitySession, managerName }: Host): SecuritySession => {
  const isDesktop = securitySession === null ? managerName !== 'Background' : securitySession.graphicAccess;
  return isDesktop ? 'desktop' : 'this-ssh-login';
};

/** Whether the look was made from the session of daemons, where programs do not search the login keychain. */
export const isInitialSession = ({ securitySession }: Host): boolean => securitySession?.initial === true;
