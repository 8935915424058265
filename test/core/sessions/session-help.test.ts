import { describe, expect, it } from 'vitest';
import { searchAndUnlockCommand, unlockOverSshCommand } from '../../../electron/core/keychain/commands';
import {
  attachOverSshCommand,
  continueClaudeCodeCommand,
  removeFolderCommand,
} from '../../../electron/core/sessions/commands';
import { desktopTmuxPlist } from '../../../electron/core/sessions/desktop-tmux';
import { helpFor } from '../../../electron/core/sessions/session-help';
import { isInitialSession, sessionOfHost } from '../../../electron/core/sessions/vantage';
import type { Host, RemoteSession } from '../../../electron/core/words/session';

type Seen = Pick<RemoteSession, 'kind' | 'bornIn' | 'sees'>;

describe('what helps a session', () => {
  const unlock = { kind: 'unlock', keychainPath: '/k' };
  const command = { kind: 'copy-command', command: unlockOverSshCommand('/k') };
  const search = { kind: 'copy-command', command: searchAndUnlockCommand('/k') };
  const prompt = { kind: 'open-unlock-prompt', sessionId: 'x' };

  it.each<[Seen, object | null]>([
    [{ kind: 'ssh', bornIn: 'ssh', sees: 'locked' }, command],
    [{ kind: 'ssh', bornIn: 'ssh', sees: 'unlocked' }, null],
    [{ kind: 'ssh', bornIn: 'ssh', sees: 'unknown' }, null],
    [{ kind: 'tmux-server', bornIn: 'ssh', sees: 'locked' }, prompt],
    [{ kind: 'tmux-server', bornIn: 'unknown', sees: 'locked' }, command],
    [{ kind: 'tmux-server', bornIn: 'desktop', sees: 'locked' }, unlock],
    [{ kind: 'tmux-server', bornIn: 'initial', sees: 'unlocked' }, search],
    [{ kind: 'agent-daemon', bornIn: 'initial', sees: 'locked' }, null],
    [{ kind: 'agent-daemon', bornIn: 'ssh', sees: 'locked' }, null],
    [{ kind: 'agent-daemon', bornIn: 'desktop', sees: 'locked' }, unlock],
    [{ kind: 'background-job', bornIn: 'initial', sees: 'locked' }, null],
    [{ kind: 'background-job', bornIn: 'ssh', sees: 'locked' }, null],
  ])('%j', (seen, help) => {
    expect(helpFor({ id: 'x', ...seen }, '/k', 'desktop')).toEqual(help);
    expect(helpFor({ id: 'x', ...seen }, null, 'desktop')).toBeNull();
  });

  it('is nothing here, for a desktop that somebody over SSH cannot unlock', () => {
    const locked = { id: 'x', kind: 'tmux-server', bornIn: 'desktop', sees: 'locked' } as const;
    expect(helpFor(locked, '/k', 'this-ssh-login')).toBeNull();
  });

  it('are commands in which a folder is one word', () => {
    expect(continueClaudeCodeCommand('/a b')).toBe("cd '/a b' && claude --continue");
    expect(removeFolderCommand('/a b')).toBe("rmdir '/a b'");
    expect(attachOverSshCommand('mac', '/a/tmux')).toBe('ssh -t mac /a/tmux -L latchkey attach -t latchkey');
    expect(attachOverSshCommand('a b', '/a b/tmux')).toBe(
      `ssh -t 'a b' ''\\''/a b/tmux'\\''' -L latchkey attach -t latchkey`,
    );
  });
});

describe('the session that a look was made from', () => {
  const kernel = (graphicAccess: boolean, initial = false): Host['securitySession'] => ({
    ...{ id: 1, graphicAccess, initial },
    remote: !graphicAccess,
  });
  it.each<[Pick<Host, 'securitySession' | 'managerName'>, string, boolean]>([
    [{ securitySession: kernel(true), managerName: 'Background' }, 'desktop', false],
    [{ securitySession: kernel(false), managerName: 'Aqua' }, 'this-ssh-login', false],
    [{ securitySession: kernel(false, true), managerName: 'Background' }, 'this-ssh-login', true],
    [{ securitySession: null, managerName: 'Aqua' }, 'desktop', false],
    [{ securitySession: null, managerName: 'unknown' }, 'desktop', false],
    [{ securitySession: null, managerName: 'Background' }, 'this-ssh-login', false],
  ])('%j', (host, session, isInitial) => {
    const whole: Host = { platform: 'macos', macosVersion: '26.1', ...host };
    expect(sessionOfHost(whole)).toBe(session);
    expect(isInitialSession(whole)).toBe(isInitial);
  });
});

describe('the LaunchAgent of the desktop’s tmux', () => {
  it('is this property list, letter for letter', () => {
    expect(desktopTmuxPlist('/opt/<a>&b/tmux', "/Users/o'neil\t\r\n")).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>dev.latchkey.tmux</string>
  <key>LimitLoadToSessionType</key>
  <string>Aqua</string>
  <key>ProgramArguments</key>
  <array>
    <string>/opt/&#60;a&#62;&#38;b/tmux</string>
    <string>-L</string>
    <string>latchkey</string>
    <string>new-session</string>
    <string>-d</string>
    <string>-s</string>
    <string>latchkey</string>
    <string>-c</string>
    <string>/Users/o&#39;neil&#9;&#13;&#10;</string>
  </array>
  <key>EnvironmentVariables</key>
  <dict>
    <key>LANG</key>
    <string>en_US.UTF-8</string>
    <key>LATCHKEY_TMUX</key>
    <string>desktop</string>
  </dict>
  <key>RunAtLoad</key>
  <true/>
  <key>AbandonProcessGroup</key>
  <true/>
  <key>ProcessType</key>
  <string>Interactive</string>
</dict>
</plist>
`);
  });

  it.each(['\u0000', '\u000b', '\u001f', '\ufffe', '\uffff', '\ud83d'])('is none with %j in a name', (character) => {
    expect(desktopTmuxPlist('/opt/tmux', `/Users/${character}`)).toBeNull();
  });
});
