import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { desktopTmuxPlist } from '../../../electron/core/sessions/desktop-tmux';
import { launchAgentPlist } from '../../../electron/core/sessions/launch-agent';

/** Read by somebody else's parser of property lists. */
const parse = (plist: string): unknown =>
  JSON.parse(
    execFileSync(
      'python3',
      ['-c', 'import json, plistlib, sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))'],
      { input: plist, encoding: 'utf8' },
    ),
  );

const hostile = '<a & "b"> \'c\' ]]> &amp; 🔑\n\t\r é';

describe('the property list of a LaunchAgent', () => {
  it('starts the tmux server of the desktop at each login there and nowhere else', () => {
    expect(parse(desktopTmuxPlist('/opt/homebrew/bin/tmux', '/Users/alice') ?? '')).toEqual({
      Label: 'dev.latchkey.tmux',
      LimitLoadToSessionType: 'Aqua',
      ProgramArguments: [
        ...['/opt/homebrew/bin/tmux', '-L', 'latchkey', 'new-session', '-d', '-s', 'latchkey'],
        ...['-c', '/Users/alice'],
      ],
      EnvironmentVariables: { LANG: 'en_US.UTF-8', LATCHKEY_TMUX: 'desktop' },
      RunAtLoad: true,
      AbandonProcessGroup: true,
      ProcessType: 'Interactive',
    });
  });

  it('says every text as it is', () => {
    const plist = launchAgentPlist({
      label: hostile,
      programArguments: [hostile, ''],
      environment: { [hostile]: hostile },
    });
    expect(parse(plist ?? '')).toMatchObject({
      Label: hostile,
      ProgramArguments: [hostile, ''],
      EnvironmentVariables: { [hostile]: hostile },
    });
  });

  it.each(['\u0000', '\u001b', '\ufffe', '\ud83d'])('says nothing at all where XML has no way to: %j', (character) => {
    expect(desktopTmuxPlist(`/opt/${character}/tmux`, '/Users/alice')).toBeNull();
  });
});
