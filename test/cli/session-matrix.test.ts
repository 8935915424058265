import { describe, expect, it, onTestFinished } from 'vitest';
import type { RemoteSession } from '../../electron/core/words/session';
import type { Snapshot } from '../../electron/core/words/snapshot';
import type { SimulatedMac } from '../simulator/simulated-mac';
import { patience } from '../vitest/patience';
import { createDeskMac } from './desk-mac';
import { loginPath } from './desk-scenario';
import { type DesktopState, manySessions, plainLogin, sharedConnection, unlockedLogin } from './many-sessions';
import { openShell } from './report-from-inside';
import { readStatus, runLatchkey, startLatchkey } from './run-latchkey';

const patient = { timeout: patience(10_000) };

const desktopStates: Readonly<Record<string, DesktopState>> = {
  locked: { isUnlocked: false },
  unlocked: { isUnlocked: true },
  'about to lock': { isUnlocked: true, idleTimeoutSeconds: 600 },
  'locks on sleep': { isUnlocked: true, lockOnSleep: true },
  'after a sleep': { isUnlocked: true, lockOnSleep: true },
};

/** sees, basis, code of the warning about it, kind of help; `-` for none. */
type Cell = `${RemoteSession['sees']} ${RemoteSession['basis']} ${string} ${string}`;

/** What a process sees that shares the desktop's session: the desktop's own state. */
const likeTheDesktop: readonly Cell[] = [
  'locked measured desktop-locked unlock',
  'unlocked measured - -',
  'unlocked measured desktop-will-lock -',
  'unlocked measured desktop-will-lock -',
  'locked measured desktop-locked unlock',
];

/** What the desktop shows is nothing to a session of its own. */
const whateverTheDesktop = (cell: Cell): readonly Cell[] => Object.keys(desktopStates).map(() => cell);

/** An unlocked keychain that locks on sleep locks in all sessions. */
const untilTheSleep = (before: Cell, after: Cell): readonly Cell[] => [before, before, before, before, after];

/** By kind and name, terminal or birthplace; its cells in the order of the desktop's states. */
const expected: Readonly<Record<string, readonly [bornIn: RemoteSession['bornIn'], cells: readonly Cell[]]>> = {
  'fresh-ssh': ['ssh', whateverTheDesktop('locked inferred fresh-ssh-locked copy-command')],
  'ssh ttys001': ['ssh', whateverTheDesktop('locked inferred - copy-command')],
  'ssh ttys002': ['ssh', untilTheSleep('unlocked measured - -', 'locked measured - copy-command')],
  'ssh ttys003,ttys004': ['ssh', whateverTheDesktop('locked measured - copy-command')],
  'ssh ttys006': ['ssh', whateverTheDesktop('locked inferred - copy-command')],
  'ssh (no terminal)': ['ssh', whateverTheDesktop('locked inferred - copy-command')],
  'tmux-server from the desktop': ['desktop', likeTheDesktop],
  'tmux-server over SSH': ['ssh', whateverTheDesktop('locked inferred ssh-server-locked open-unlock-prompt')],
  'tmux-server login ended': ['ssh', whateverTheDesktop('locked inferred ssh-server-locked open-unlock-prompt')],
  'screen near': ['desktop', likeTheDesktop],
  'screen far': ['ssh', whateverTheDesktop('locked inferred ssh-server-locked copy-command')],
  'screen hidden': ['unknown', whateverTheDesktop('unknown inferred - -')],
  'mosh (no terminal)': ['ssh', whateverTheDesktop('locked inferred - copy-command')],
  'editor-server VS Code': ['ssh', whateverTheDesktop('locked inferred ssh-server-locked copy-command')],
  'agent-daemon born in ssh': ['ssh', whateverTheDesktop('locked inferred ssh-server-locked -')],
  'agent-daemon born in desktop': ['desktop', likeTheDesktop],
};

const rowName = ({ kind, name, tty, bornIn }: RemoteSession): string => {
  if (kind === 'fresh-ssh') return kind;
  return `${kind} ${kind === 'agent-daemon' ? `born in ${bornIn}` : (name ?? tty ?? '(no terminal)')}`;
};

const table = ({ sessions, warnings }: Snapshot) =>
  Object.fromEntries(
    sessions.map((session) => {
      const { id, kind, bornIn, sees, basis, help } = session;
      const about = warnings.filter(({ code, sessionId }) =>
        kind === 'fresh-ssh' ? code === 'fresh-ssh-locked' : sessionId === id,
      );
      return [
        rowName(session),
        [bornIn, `${sees} ${basis} ${about.map(({ code }) => code).join() || '-'} ${help?.kind ?? '-'}`],
      ];
    }),
  );

/** A Mac in that state, in which the shell helper has reported from two of its logins. */
const macThat = async (name: string): Promise<SimulatedMac> => {
  const mac = await createDeskMac(manySessions(desktopStates[name] ?? { isUnlocked: false }));
  if (name === 'about to lock') mac.clock.advance(540_000);
  const shells = [
    openShell(mac, unlockedLogin, { GH_TOKEN: 'a secret' }),
    // The second terminal of the connection: it speaks for both.
    openShell(mac, sharedConnection, { SSH_TTY: '/dev/ttys004' }),
  ];
  for (const shell of shells) await shell.report();
  if (name === 'after a sleep') {
    mac.sleep();
    for (const shell of shells) await shell.report();
  }
  return mac;
};

describe('what each remote session sees', () => {
  it.each(Object.keys(desktopStates))('with a desktop: %s', async (name) => {
    const mac = await macThat(name);
    const status = await readStatus(mac);
    const column = Object.keys(desktopStates).indexOf(name);
    const wanted = Object.entries(expected).map(([row, [bornIn, cells]]) => [row, [bornIn, cells[column]]]);
    expect(table(status)).toEqual(Object.fromEntries(wanted));
    for (const { basis, measuredAt, bornIn, reason, exportedVariables } of status.sessions) {
      expect(reason).toMatch(/^[A-Z][^.!?]*(?:\.\d+[^.!?]*)*\.$/);
      // What was measured elsewhere than on the desktop was measured at some time.
      expect(measuredAt !== undefined).toBe(basis === 'measured' && bornIn === 'ssh');
      expect(exportedVariables ?? ['GH_TOKEN']).toEqual(['GH_TOKEN']);
    }
    expect(JSON.stringify(status)).not.toContain('a secret');
    // Whether two SSH logins share a session nobody knows, and nobody says.
    const sentences = [...status.sessions.map(({ reason }) => reason), ...status.warnings.map(({ detail }) => detail)];
    expect(sentences.join('\n')).not.toMatch(/of its own|own session|(?:an)?other (?:SSH )?login|same session/i);
    expect(mac.ledger().filter(({ kind }) => kind !== 'lock' && kind !== 'system-sleep')).toEqual([]);
  });

  it('says of Screen Sharing that it uses the desktop’s session, and warns of nothing', async () => {
    const mac = await macThat('locked');
    const status = await readStatus(mac);
    expect(status.remoteAccess.screenSharing).toBe('on');
    expect(JSON.stringify([status.sessions, status.warnings])).not.toMatch(/screen sharing/i);
    expect((await runLatchkey(mac, ['status'])).stdout).toMatch(/Screen Sharing is on: it uses the desktop's session/);
  });

  it('says in every warning what it is about, in a title of one line', async () => {
    const { warnings } = await readStatus(await macThat('locked'));
    for (const { title, detail } of warnings) {
      expect(title).toMatch(/^[^\n]{10,80}$/);
      // One sentence, which a command may follow.
      expect(detail).toMatch(/^[A-Z][^.!?]*(?:\.\d+[^.!?]*)*[.:]$/);
    }
    expect(warnings.find(({ title }) => title.includes('login ended'))?.detail).toContain('from 192.168.1.7');
  });
});

describe('an unlock inside one SSH login', () => {
  it('changes the row of that login and no other, while Latchkey runs', async () => {
    const mac = await createDeskMac(manySessions({ isUnlocked: false }));
    const shells = [openShell(mac, plainLogin), openShell(mac, sharedConnection, { SSH_TTY: '/dev/ttys004' })] as const;
    for (const shell of shells) await shell.report();
    const watching = startLatchkey(mac, ['watch', '--json']);
    onTestFinished(() => {
      watching.child.kill();
    });
    const shown = (): readonly Snapshot[] =>
      watching
        .stdout()
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line));
    const isPlain = ({ tty }: RemoteSession) => tty === 'ttys001';
    const seen = (snapshot: Snapshot | undefined) => snapshot?.sessions.find(isPlain);
    await expect.poll(() => seen(shown().at(-1)), patient).toMatchObject({ sees: 'locked', basis: 'measured' });
    const before = shown()[0];

    await mac.run('security', ['unlock-keychain', '-p', 'correct horse', loginPath], { session: plainLogin });
    await shells[0].report();
    await expect.poll(() => seen(shown().at(-1)), patient).toMatchObject({ sees: 'unlocked', basis: 'measured' });
    for (const after of [shown().at(-1), await readStatus(mac)]) {
      expect(seen(after)).not.toHaveProperty('help');
      expect(after?.sessions.filter((row) => !isPlain(row))).toEqual(before?.sessions.filter((row) => !isPlain(row)));
      expect(after?.warnings).toEqual(before?.warnings);
      expect(after?.keychains.map(({ lock }) => lock.state)).toEqual(['locked']);
    }
  });
});
