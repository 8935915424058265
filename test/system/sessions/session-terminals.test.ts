import { describe, expect, it } from 'vitest';
import { parseProcesses } from '../../../electron/system/processes/process-list';
import { findServers } from '../../../electron/system/sessions/found-servers';
import { sightSessions } from '../../../electron/system/sessions/sight-sessions';
import { findSshLogins } from '../../../electron/system/sessions/ssh-logins';
import { nothingFound } from '../found-sessions';
import { someHost } from '../some-host';

const processes = parseProcesses(`
 4300     1     0 ??       Thu Sep 10 09:00:00 2026 sshd-session: alice [priv]
 4301  4300   501 ??       Thu Sep 10 09:00:00 2026 sshd-session: alice@ttys001
 4302  4301   501 ttys001  Thu Sep 10 09:00:00 2026 -zsh
 4303  4302   501 ttys001  Thu Sep 10 09:00:00 2026 screen -S work
 4304  4303   501 ??       Thu Sep 10 09:00:00 2026 SCREEN -S work
 4305  4304   501 ttys002  Thu Sep 10 09:00:00 2026 -zsh
 4399     1     0 ??       Thu Sep 10 09:00:00 2026 sshd-session: alice [priv]
 4400  4399   501 ??       Thu Sep 10 09:00:00 2026 sshd-session: alice@notty
 4401  4400   501 ??       Thu Sep 10 09:00:00 2026 /Users/alice/.vscode-server/bin/x/node
 4402  4401   501 ttys003  Thu Sep 10 09:00:00 2026 -zsh
 5000     1   501 ??       Thu Sep 10 09:00:00 2026 mosh-server new
 5001  5000   501 ttys004  Thu Sep 10 09:00:00 2026 -zsh
 6000     1   501 ttys005  Thu Sep 10 09:00:00 2026 -zsh
`);

describe('the terminals inside a session', () => {
  it('are those of the programs that it is the nearest session of', () => {
    const owners = { userName: 'alice', uid: 501 };
    const logins = findSshLogins(processes, [], owners);
    const found = { ...nothingFound, processes, logins, ...findServers(processes, logins, [], owners) };
    const rows = sightSessions(someHost(), found);
    expect(Object.fromEntries(rows.map(({ id, terminals }) => [id, terminals]))).toEqual({
      'ssh:4301': ['ttys001'],
      'ssh:4400': ['ttys003'],
      'screen:4304': ['ttys002'],
      'mosh:5000': ['ttys004'],
      'editor-server:vs-code:4400': ['ttys003'],
    });
  });
});
