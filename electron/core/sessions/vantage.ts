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
export const isInitialSession = ({ securitySession }: Pick<Host, 'securitySession'>): boolean =>
  securitySession?.initial === true;

/** Where a look was made, for a sentence: no session is called an SSH login that the kernel knows to be none. */
export const placeOfLook = (host: Host): string => {
  if (sessionOfHost(host) === 'desktop') return 'this desktop session';
  if (isInitialSession(host)) return 'this session of the system';
  return host.securitySession?.remote === false ? 'this session' : 'this SSH login';
};
