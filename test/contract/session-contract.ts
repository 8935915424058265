import { afterAll, beforeAll, expect, it } from 'vitest';
import { failure, success } from '../../electron/core/outcome';
import type { SessionAttributes } from '../../electron/core/words/session';
import { createBoundedTools } from '../../electron/system/children/bounded-tools';
import { loadFrameworkLibrary } from '../../electron/system/keychain/framework-library';
import { parseKeychainPaths } from '../../electron/system/keychain/keychain-path-lines';
import { createSecuritySessionReader } from '../../electron/system/keychain/security-session';
import { createDesktopSessionReader } from '../../electron/system/sessions/desktop-session';
import type { MacUnderTest } from './mac-under-test';

/** What the kernel and launchd tell of the session of this process. They are questions that ask nobody. */
export const describeSessions = (make: () => Promise<MacUnderTest>): void => {
  let mac: MacUnderTest;
  let own: SessionAttributes;

  const tools = () => createBoundedTools(mac.host);
  const throughFramework = () => createSecuritySessionReader(tools(), loadFrameworkLibrary(mac.host));
  const throughJxa = () => createSecuritySessionReader(tools(), failure('not-loadable', 'It is not asked here.'));

  beforeAll(async () => {
    mac = await make();
    const session = await throughFramework()();
    if (!session.ok) throw new Error(session.reason);
    own = session.value;
  });
  afterAll(() => mac.dispose());

  it('tells the number and the attributes of the session, the same each time', async () => {
    expect(own.id).toBeGreaterThan(0);
    expect(await throughFramework()()).toEqual({ ok: true, value: own });
  });

  it('tells a child, through JavaScript for Automation, the same as this process', async () => {
    expect(await throughJxa()()).toEqual({ ok: true, value: own });
  });

  it('gives the initial session no dialog, and a remote one neither', () => {
    if (own.initial || own.remote) expect(own.graphicAccess).toBe(false);
  });

  it('names in SECURITYSESSIONID, where that is set on the desktop, the number of the session', () => {
    const named = mac.host.environment.SECURITYSESSIONID;
    if (own.graphicAccess && named !== undefined) expect(Number.parseInt(named, 16)).toBe(own.id);
  });

  it('has launchd tell whether somebody is at the desktop, and by which number', async () => {
    const { uid } = mac.host;
    const answer = await tools().ask('/bin/launchctl', ['print', `gui/${uid}`]);
    if (!answer.ok) throw new Error(answer.reason);
    expect([0, 112, 113, 125]).toContain(answer.code);
    const elsewhere: SessionAttributes = { ...own, graphicAccess: false };
    const read = createDesktopSessionReader(mac.host, tools(), () => Promise.resolve(success(elsewhere)));
    const told = await read();
    if (answer.code !== 0) expect(told).toBeNull();
    else if (own.graphicAccess) expect(told).toBe(own.id.toString(16));
  });

  it('searches the login keychain in every session but the initial one', async () => {
    const [list, login] = [await mac.security('list-keychains'), await mac.security('login-keychain')];
    expect([list.code, login.code]).toEqual([0, 0]);
    const listed = parseKeychainPaths(list.stdout);
    const usual = `${mac.host.homeFolder}/Library/Keychains/login.keychain-db`;
    if (listed.ok && own.initial) expect(listed.value).not.toContain(usual);
    if (listed.ok && own.graphicAccess) expect(listed.value).toContain(usual);
  });
};
