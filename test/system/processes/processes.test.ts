import { describe, expect, it } from 'vitest';
import { ancestry, nearestAbove } from '../../../electron/system/processes/process-ancestry';
import { parseProcesses, parseStartTime } from '../../../electron/system/processes/process-list';
import { parseLoginRecords } from '../../../electron/system/sessions/login-records';
import { findSshLogins, loginsByRecord, remoteOrigins } from '../../../electron/system/sessions/ssh-logins';

const processLines = `
    1     0     0 ??       Mon Sep  7 08:00:00 2026 /sbin/launchd
  501 4301  4298 ttys001  Thu Sep 10 09:02:11 2026
 4298     1     0 ??       Thu Sep 10 09:02:09 2026 sshd-session: alice [priv]
 4301  4298   501 ??       Thu Sep 10 09:02:11 2026 sshd-session: alice@ttys001,ttys004
 4310  4301   501 ttys001  Thu Sep 10 09:02:12 2026 -zsh
 4407     1     0 ??       Thu Sep 10 09:10:38 2026 sshd: alice [priv]
 4410  4407   501 ??       Thu Sep 10 09:10:40 2026 sshd: alice@notty
 4408     1     0 ??       Thu Sep 10 09:10:40 2026 sshd-session: bob [priv]
 4411  4408   502 ??       Thu Sep 10 09:10:41 2026 sshd-session: bob@internal-sftp
 4420     1     0 ??       Thu Sep 10 09:11:00 2026 sshd-session: [accepted]
 4421  4420    75 ??       Thu Sep 10 09:11:00 2026 sshd-session: alice [net]
 4422     1     0 ??       Thu Sep 10 09:11:00 2026 sshd-auth: alice [net]
 4423     1     0 ??       Thu Sep 10 09:11:00 2026 sshd: /usr/sbin/sshd [listener] 0 of 10-100 startups
 4424     1   501 ttys009  Thu Sep 10 09:11:00 2026 vim sshd: alice@ttys001 notes.txt
 5001     1   501 ??       Thu Sep 10 09:15:00 2026 mosh-server new -s -c 256 -l LANG=en_US.UTF-8
`;

const processes = parseProcesses(processLines);

describe('ps', () => {
  it('reads a process with the local time of its start', () => {
    expect(processes.get(4301)).toEqual({
      pid: 4301,
      parentPid: 4298,
      uid: 501,
      tty: null,
      startedAt: new Date(2026, 8, 10, 9, 2, 11).getTime(),
      command: 'sshd-session: alice@ttys001,ttys004',
    });
    expect(processes.get(4310)?.tty).toBe('ttys001');
  });

  it('reads a day of one digit and a process without a command', () => {
    expect(processes.get(1)?.startedAt).toBe(new Date(2026, 8, 7, 8, 0, 0).getTime());
    expect(processes.get(501)?.command).toBe('');
  });

  it('reads a command beyond ASCII', () => {
    const line = '  900     1   501 ??       Thu Sep 10 09:02:11 2026 tmux -S /Users/x/M-CM-)t/so\\ck new-session -d';
    expect(parseProcesses(line).get(900)?.command).toBe('tmux -S /Users/x/ét/so\\ck new-session -d');
  });

  it('leaves out what is no process', () => {
    expect(parseProcesses('garbage\n\n  12 x y\n\u0000\u0001\n  PID  PPID\n').size).toBe(0);
  });

  it('follows a process to where it comes from, also round a ring', () => {
    expect(ancestry(processes, 4310).map(({ pid }) => pid)).toEqual([4310, 4301, 4298, 1]);
    const ring = parseProcesses(`1 2 0 ?? Mon Sep  7 08:00:00 2026 a\n2 1 0 ?? Mon Sep  7 08:00:00 2026 b`);
    expect(ancestry(ring, 1)).toHaveLength(2);
    expect(ancestry(ring, 99)).toEqual([]);
  });

  it('finds the nearest above a process, itself included, and looks at each process once', () => {
    const looked: number[] = [];
    const above = nearestAbove(processes, ({ pid, command }) => {
      looked.push(pid);
      return command.startsWith('sshd-session: alice@');
    });
    expect([4310, 4310, 4301, 4298, 99].map((pid) => above(pid)?.pid ?? null)).toEqual([4301, 4301, 4301, null, null]);
    expect(looked).toEqual([4310, 4301, 4298, 1]);
    const ring = parseProcesses(`1 2 0 ?? Mon Sep  7 08:00:00 2026 a\n2 1 0 ?? Mon Sep  7 08:00:00 2026 b`);
    expect(nearestAbove(ring, () => false)(1)).toBeNull();
  });

  it.each(['', 'soon', 'Thu Foo 10 09:02:11 2026', 'Thu Sep 10'])('knows no start time from %j', (text) =>
    expect(parseStartTime(text)).toBeNull(),
  );
});

const alice = { userName: 'alice', uid: 501 };

const records = parseLoginRecords(`
alice            console      Sep 10 08:31
alice            ttys004      Sep 10 09:02 (192.168.1.9)
alice            ttys002      10 Sep 09:10 (mac-mini.local)
alice            ttys003      Sep 10 09:12
`);

describe('who', () => {
  it('tells who is logged in from where', () => {
    expect(records).toEqual([
      { user: 'alice', tty: 'console', from: null },
      { user: 'alice', tty: 'ttys004', from: '192.168.1.9' },
      { user: 'alice', tty: 'ttys002', from: 'mac-mini.local' },
      { user: 'alice', tty: 'ttys003', from: null },
    ]);
  });

  it.each(['tmux(19476).%0', '192.168.1.9:S.0', ':0', '192.168.1.9 via mosh [5001]', ''])(
    'takes %j for no other machine',
    (host) => {
      expect(parseLoginRecords(`alice ttys005 Sep 10 09:02 (${host})\n`)).toMatchObject([{ from: null }]);
    },
  );

  it.each(['', 'garbage', 'alice ttys001'])('finds nobody in %j', (stdout) => {
    expect(parseLoginRecords(stdout)).toEqual([]);
  });
});

describe('SSH logins', () => {
  it('are one per connection, of old and new sshd, with what who knows', () => {
    const logins = findSshLogins(processes, records, alice).map(({ pid, user, ttys, from }) => ({
      pid,
      user,
      ttys,
      from,
    }));
    expect(logins).toEqual([
      { pid: 4301, user: 'alice', ttys: ['ttys001', 'ttys004'], from: '192.168.1.9' },
      { pid: 4410, user: 'alice', ttys: [], from: null },
      { pid: 4411, user: 'bob', ttys: [], from: null },
    ]);
  });

  it('leave out a record whose process is gone', () => {
    expect(findSshLogins(processes, records, alice).flatMap(({ ttys }) => ttys)).not.toContain('ttys002');
  });

  it('come from the records alone where ps does not answer', () => {
    expect(loginsByRecord(records).map(({ ttys, from }) => [...ttys, from])).toEqual([
      ['ttys004', '192.168.1.9'],
      ['ttys002', 'mac-mini.local'],
    ]);
  });
});

const monday = 'Mon Sep  7 08:00:00 2026';

/** `sshd-session: alice [priv]` of root's is process 6. */
const withLogin = (lines: string) =>
  findSshLogins(parseProcesses(`6 1 0 ?? ${monday} sshd-session: alice [priv]\n${lines}`), [], alice).map(
    ({ pid }) => pid,
  );

describe('a title that is no login', () => {
  it.each([
    ['of another user, below nothing', `7 1 502 ?? ${monday} sshd-session: alice@ttys099`],
    ['of this user, below nothing', `7 1 501 ?? ${monday} sshd-session: alice@ttys099`],
    ['of another user, below root’s monitor of ours', `7 6 502 ?? ${monday} sshd-session: alice@ttys099`],
    [
      'below somebody’s own monitor',
      `7 8 501 ?? ${monday} sshd: alice@ttys099\n8 1 501 ?? ${monday} sshd: alice [priv]`,
    ],
    ['in the name of another', `7 6 502 ?? ${monday} sshd-session: bob@ttys099`],
    ['in the name of root', `7 1 501 ?? ${monday} sshd-session: root@ttys099`],
    ['of ours in the name of another', `7 8 501 ?? ${monday} sshd: bob@notty\n8 1 0 ?? ${monday} sshd: bob [priv]`],
    ['below a root’s program that is no sshd', `7 8 501 ?? ${monday} sshd: alice@notty\n8 1 0 ?? ${monday} cron`],
  ])('%s', (_what, lines) => expect(withLogin(lines)).toEqual([]));

  it('leaves the real one where it is, before everybody else’s', () => {
    const others = Array.from({ length: 320 }, (_, index) => {
      const pid = 1000 + 2 * index;
      const early = 'Mon Sep  7 07:00:00 2026';
      return `${pid} 1 0 ?? ${early} sshd: bob [priv]\n${pid + 1} ${pid} 502 ?? ${early} sshd: bob@ttys${index}`;
    });
    const found = withLogin(`7 6 501 ?? ${monday} sshd-session: alice@ttys001\n${others.join('\n')}`);
    expect(found).toHaveLength(321);
    expect(found[0]).toBe(7);
  });
});

describe('the title of an SSH login', () => {
  it.each([
    ['sshd: root@pts/0,pts/1', 0, 'root', ['pts/0', 'pts/1']],
    ['sshd-session: alice@example.com@ttys003', 502, 'alice@example.com', ['ttys003']],
    ['sshd-session: alice@notty', 501, 'alice', []],
  ])('%s', (title, uid, user, ttys) => {
    const table = parseProcesses(`6 1 0 ?? ${monday} sshd-session: ${user} [priv]\n7 6 ${uid} ?? ${monday} ${title}`);
    expect(findSshLogins(table, [], alice)).toMatchObject([{ user, ttys }]);
  });

  it.each([
    'sshd-session: alice [priv]',
    'sshd-session: [accepted]',
    'sshd-session: alice [net]',
    'sshd-auth: alice [net]',
    'sshd-session: [session-auth]',
    'sshd-session: [session-auth early]',
    'sshd-session: unknown [priv]',
    'sshd-session: [rexeced]',
    'sshd-session: alice',
    'sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups',
    'sshd: alice@somewhere',
  ])('is not %s', (title) => {
    expect(findSshLogins(parseProcesses(`7 1 0 ?? ${monday} ${title}`), [], alice)).toEqual([]);
  });
});

describe('a remote origin', () => {
  const originOf = (uid: number, command: string) =>
    remoteOrigins([], { uid: 501 })({ pid: 7, parentPid: 1, uid, tty: null, startedAt: 0, command });

  it.each([
    [0, 'sshd: alice@ttys001', 'login'],
    [0, 'sshd-session: alice [priv]', 'login'],
    [0, '/usr/sbin/sshd -i', 'login'],
    [501, 'mosh-server new -s', 'mosh'],
    [501, '/opt/homebrew/bin/mosh-server new', 'mosh'],
    [501, 'sshd: alice@ttys001', null],
    [502, 'sshd-session: alice [priv]', null],
    [502, 'mosh-server new -s', null],
    [0, 'vim sshd: notes', null],
    [0, '-zsh', null],
    [0, 'sshd-agent', null],
    [501, 'tmux attach', null],
    [501, '', null],
  ])('uid %i, %j: %s', (uid, command, expected) => expect(originOf(uid, command)).toBe(expected));

  it('is a login that was found to be one', () => {
    const login = { pid: 7, user: 'alice', ttys: [], from: null, startedAt: 0 };
    const entry = { pid: 7, parentPid: 6, uid: 501, tty: null, startedAt: 0, command: 'sshd: alice@notty' };
    expect(remoteOrigins([login], { uid: 501 })(entry)).toBe('login');
  });
});
