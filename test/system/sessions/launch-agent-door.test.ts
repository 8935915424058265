import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBoundedTools } from '../../../electron/system/children/bounded-tools';
import { createLaunchAgentDoor } from '../../../electron/system/sessions/launch-agent-door';
import { type MacWithDoors, macWithDoors } from '../simulated-doors';

let at: MacWithDoors;
beforeEach(async () => {
  at = await macWithDoors();
});
afterEach(() => at.mac.dispose());

const path = '/Users/alice/Library/LaunchAgents/dev.latchkey.tmux.plist';
const service = 'gui/501/dev.latchkey.tmux';
const door = (sessionId?: string) => at.doors(sessionId).remoteHelp.desktopTmux;
const isLoaded = async () => (await at.mac.run('launchctl', ['print', service])).code === 0;
const started = () => at.mac.ledger().filter(({ kind }) => kind === 'job-started');

describe('the LaunchAgent', () => {
  it('is what was shown before, in its place, and starts the server at once', async () => {
    const shown = (await door().read()).launchAgent;
    expect(shown).toMatchObject({ installed: false, path });
    expect(existsSync(at.mac.root + path)).toBe(false);
    expect(await door().setAtLogin(true)).toEqual({ ok: true, value: undefined });
    expect(readFileSync(at.mac.root + path, 'utf8')).toBe(shown.plist);
    expect(statSync(at.mac.root + path).mode & 0o777).toBe(0o644);
    expect(readdirSync(dirname(at.mac.root + path))).toHaveLength(1);
    expect(await isLoaded()).toBe(true);
    expect(await door().read()).toMatchObject({ state: 'running', launchAgent: { installed: true } });
  });

  it('has mode 0644 whatever the umask is', async () => {
    const umask = process.umask(0o077);
    try {
      await door().setAtLogin(true);
    } finally {
      process.umask(umask);
    }
    expect(statSync(at.mac.root + path).mode & 0o777).toBe(0o644);
  });

  it('is left alone when it is there already', async () => {
    await door().setAtLogin(true);
    const { ino } = statSync(at.mac.root + path);
    expect(await door().setAtLogin(true)).toEqual({ ok: true, value: undefined });
    expect(statSync(at.mac.root + path).ino).toBe(ino);
    expect(started()).toHaveLength(1);
  });

  it('is loaded anew when its file was another', async () => {
    await door().setAtLogin(true);
    writeFileSync(at.mac.root + path, 'something else');
    expect(await door().setAtLogin(true)).toEqual({ ok: true, value: undefined });
    expect(readFileSync(at.mac.root + path, 'utf8')).toBe((await door().read()).launchAgent.plist);
    expect(started()).toHaveLength(2);
  });

  it('is removed without a trace, and the server that runs goes on', async () => {
    await door().setAtLogin(true);
    expect(await door().setAtLogin(false)).toEqual({ ok: true, value: undefined });
    expect(existsSync(at.mac.root + path)).toBe(false);
    expect(await isLoaded()).toBe(false);
    expect(await door().read()).toMatchObject({ state: 'running', launchAgent: { installed: false } });
    expect(await door().setAtLogin(false)).toEqual({ ok: true, value: undefined });
  });

  it('can be installed and removed from an SSH login, and starts in the desktop session', async () => {
    expect(await door('ssh-1').setAtLogin(true)).toEqual({ ok: true, value: undefined });
    expect(started()).toMatchObject([{ session: 'desktop' }]);
    expect(await door('ssh-1').setAtLogin(false)).toEqual({ ok: true, value: undefined });
  });

  it('stays for the next login when nobody is at the desktop, and this is said', async () => {
    at.mac.updateScenario({ sessions: [{ id: 'ssh-1', kind: 'ssh', tty: 'ttys001' }] });
    const outcome = await door('ssh-1').setAtLogin(true);
    expect(outcome).toMatchObject({ ok: false, code: 'could-not-install' });
    expect(outcome.ok || outcome.reason).toMatch(/next login at the desktop.*Domain does not support specified action/);
    expect(existsSync(at.mac.root + path)).toBe(true);
  });

  it.each(['26.3', '26.4', '27.0'])(
    'is removed where launchd does not have it any more, on macOS %s',
    async (version) => {
      await door().setAtLogin(true);
      at.mac.updateScenario({ macosVersion: version });
      await at.mac.run('launchctl', ['bootout', service]);
      expect(await door().setAtLogin(false)).toEqual({ ok: true, value: undefined });
      expect(existsSync(at.mac.root + path)).toBe(false);
    },
  );

  it.each(['26.3', '26.4', '27.0'])('is removed while nobody is at the desktop, on macOS %s', async (version) => {
    await door().setAtLogin(true);
    at.mac.updateScenario({ macosVersion: version, sessions: [{ id: 'ssh-1', kind: 'ssh', tty: 'ttys001' }] });
    expect(await door('ssh-1').setAtLogin(false)).toEqual({ ok: true, value: undefined });
    expect(existsSync(at.mac.root + path)).toBe(false);
  });

  it.each(['26.3', '26.4', '27.0'])(
    'cannot be started while nobody is at the desktop, on macOS %s',
    async (version) => {
      await door().setAtLogin(true);
      at.mac.updateScenario({ macosVersion: version, sessions: [{ id: 'ssh-1', kind: 'ssh', tty: 'ttys001' }] });
      const agent = createLaunchAgentDoor(at.host('ssh-1'), createBoundedTools(at.host('ssh-1')));
      expect(await agent.run('<plist/>')).toMatchObject({
        ok: false,
        code: 'nobody-at-the-desktop',
        reason: expect.stringContaining('nobody is logged in at the desktop'),
      });
    },
  );

  it.each([
    [
      { tool: 'launchctl', when: 'bootstrap', exit: 5, stderr: 'Bootstrap failed: 5: Input/output error\n' },
      'Input/output error',
    ],
    [{ tool: 'launchctl', when: 'bootstrap', signal: 'SIGKILL' }, 'was ended by SIGKILL'],
  ])('says why launchd did not take it: %j', async (fault, words) => {
    at.mac.setFaults([fault]);
    expect(await door().setAtLogin(true)).toMatchObject({
      ok: false,
      code: 'could-not-install',
      reason: expect.stringContaining(words),
    });
    expect(started()).toEqual([]);
  });

  it('is not removed while launchd holds on to it', async () => {
    await door().setAtLogin(true);
    at.mac.setFaults([
      { tool: 'launchctl', when: 'bootout', exit: 5, stderr: 'Boot-out failed: 5: Input/output error\n' },
    ]);
    expect(await door().setAtLogin(false)).toMatchObject({ ok: false, code: 'could-not-remove' });
    expect(existsSync(at.mac.root + path)).toBe(true);
  });
});
