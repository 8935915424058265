import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../electron/core/diagnosis/engine';
import { type DiagnosisFacts, measured } from '../../../electron/core/diagnosis/facts';
import { desktop, facts, login, saying, sshLogin } from './sample-diagnosis-facts';
import { awsEnded, expired, gitLogin, inLockedSsh, inOpenSsh, signedOut } from './sample-troubles';

const idsOf = (given: DiagnosisFacts) => diagnose(given).causes.map(({ id }) => id);
const curesOf = (given: DiagnosisFacts) =>
  diagnose(given)
    .causes.flatMap(({ cures }) => cures)
    .map(({ id }) => id);
const commandOf = (given: DiagnosisFacts, cure: string) => {
  const action = diagnose(given)
    .causes.flatMap(({ cures }) => cures)
    .find(({ id }) => id === cure)?.action;
  return action?.kind === 'copy-command' ? action.command : null;
};

describe('what was measured', () => {
  const sso = saying('Error loading SSO Token: The SSO access token has either expired or is otherwise invalid.');

  it('rules the keychain out for a tool whose login survives SSH', () => {
    const ids = idsOf(facts({ ...sso, credentials: awsEnded, sessions: inLockedSsh }));
    expect(ids).toEqual(['login-expired']);
  });

  it('rules a lock out where the text was printed in a login that sees the keychain open, and one line says so', () => {
    const given = facts({ ...saying('fatal: failed to get: -25308'), sessions: inOpenSsh, credentials: gitLogin });
    expect(idsOf(given)).toEqual(['keychain-access-denied']);
    expect(diagnose(given).disagreement).toMatch(/^The message reads like “.+”, and what was measured .+unlocked\.$/);
  });

  it('is no answer of the desktop to a text that may come from elsewhere', () => {
    const given = facts({
      ...saying('User interaction is not allowed.'),
      sessions: measured([desktop('unlocked'), sshLogin('locked')]),
    });
    expect(idsOf(given)[0]).toBe('ssh-login-locked');
    expect(diagnose(given).disagreement).toBeNull();
  });

  it('rules out that nobody is signed in where a login is stored', () => {
    expect(idsOf(facts(saying('Claude CLI is not authenticated')))).not.toContain('signed-out');
    expect(idsOf(facts({ ...saying('Claude CLI is not authenticated'), credentials: signedOut }))[0]).toBe(
      'signed-out',
    );
  });

  it('is not claimed of a tool of which nothing was seen', () => {
    expect(idsOf(facts(saying('Unable to locate credentials')))[0]).toBe('signed-out');
  });
});

describe('an item that a program may not use', () => {
  const refused = saying('SecKeychainItemCopyContent: User interaction is not allowed.');
  const inKeychain = (tool: string, name: string) => measured([login({ tool, name, status: 'unknown' })]);
  const given = (tool: string, name: string) =>
    facts({ ...refused, tool, sessions: inOpenSsh, credentials: inKeychain(tool, name) });
  const sentenceOf = (tool: string, name: string) => diagnose(given(tool, name)).causes[0]?.sentence;

  it.each([
    ['gh', 'GitHub CLI', 'through Apple’s security tool'],
    ['aws-vault', 'aws-vault', 'the program that wrote it last'],
    ['cursor', 'Cursor', undefined],
  ])('is told with who wrote it, where that is known: %s', (tool, name, clause) => {
    expect(idsOf(given(tool, name))[0]).toBe('keychain-access-denied');
    if (clause === undefined) expect(sentenceOf(tool, name)).not.toContain('stores its login');
    else expect(sentenceOf(tool, name)).toContain(clause);
  });

  it('is opened to Apple’s tools only where one of them would read it', () => {
    expect(curesOf(given('gh', 'GitHub CLI'))).toContain('open-item-to-tools');
    expect(curesOf(given('aws-vault', 'aws-vault'))).not.toContain('open-item-to-tools');
  });
});

describe('a cure', () => {
  const nobody = measured('nobody' as const);

  it('that needs somebody at the desktop is not offered where nobody is', () => {
    const needsDesk = [
      'start-desktop-tmux',
      'answer-keychain-dialog',
      'unlock-desktop',
      'open-desktop-app',
      'sign-in-on-desktop',
    ];
    for (const text of ['fatal: failed to get: -25308', 'communication with agent failed', 'OAuth callback timeout']) {
      const given = facts({ ...saying(text), sessions: inLockedSsh, desk: nobody });
      expect(curesOf(given).filter((id) => needsDesk.includes(id))).toEqual([]);
      expect(curesOf(given).length).toBeGreaterThan(0);
    }
    expect(curesOf(facts({ sessions: inLockedSsh }))).toContain('start-desktop-tmux');
  });

  it('opens no settings on a desktop where nobody is, and is left to a person', () => {
    const [step] =
      diagnose(facts({ disk: measured({ path: '/', freeBytes: 0 }), desk: nobody })).causes[0]?.cures ?? [];
    expect(step).toMatchObject({ id: 'free-space', by: 'person', action: null });
  });

  it('unlocks the keychain that the login is in', () => {
    const vault = login({
      tool: 'aws-vault',
      name: 'aws-vault',
      store: 'other-keychain',
      keychainPath: '/k/vault.keychain-db',
    });
    const given = { tool: 'aws-vault', credentials: measured([vault]) };
    expect(commandOf(facts({ ...given, sessions: inLockedSsh }), 'unlock-in-ssh-login')).toBe(
      'security unlock-keychain /k/vault.keychain-db',
    );
    const onDesktop = facts({ ...given, sessions: measured([desktop('locked')]) });
    expect(commandOf(onDesktop, 'unlock-desktop')).toBe('latchkey unlock --keychain /k/vault.keychain-db');
    expect(diagnose(onDesktop).causes[0]?.sentence).toContain('/k/vault.keychain-db');
  });

  it('signs in to the tool that it is about, with its profile or host', () => {
    const gh = login({
      tool: 'gh',
      name: 'GitHub CLI',
      account: 'octocat@ghe.example.com',
      status: 'signed-out',
      store: 'none',
    });
    expect(commandOf(facts({ tool: 'gh', credentials: measured([gh]) }), 'sign-in-again')).toBe(
      'gh auth login --hostname ghe.example.com',
    );
    expect(commandOf(facts({ tool: 'aws', credentials: awsEnded }), 'sign-in-again')).toBe(
      'aws sso login --profile dev',
    );
  });

  it('names no other tool’s sign-in for a text that is about one', () => {
    const docker = login({ tool: 'docker', name: 'Docker', status: 'signed-out', store: 'none' });
    const given = facts({
      ...saying('OAuth token revoked · Please run /login'),
      credentials: measured([docker, login()]),
    });
    expect(commandOf(given, 'sign-in-again')).toBe('claude auth login');
    const general = facts({ credentials: measured([docker, login()]) });
    expect(commandOf(general, 'sign-in-again')).toBeNull();
  });

  it('is the editor’s for what runs in editors alone', () => {
    const editors = measured([
      { editor: 'vscode', name: 'VS Code', storage: 'missing', extensions: [], conflicting: [] },
    ] as const);
    expect(idsOf(facts({ ...saying('npm error code E401'), editors }))).not.toContain('editor-storage-unusable');
    expect(idsOf(facts({ ...saying('Not logged in · Please run /login'), editors }))).toContain(
      'editor-storage-unusable',
    );
  });

  it('never stores a login once more where the item itself is refused', () => {
    const given = facts({ ...saying('fatal: failed to get: -25308'), sessions: inOpenSsh, credentials: gitLogin });
    expect(curesOf(given)).not.toContain('sign-in-again');
    expect(commandOf(given, 'open-item-to-tools')).toMatch(
      /^security set-internet-password-partition-list -S \S+ -s github\.com /,
    );
  });

  it('says what does not help, where people try it', () => {
    const [first] = diagnose(facts({ ...saying('Failed to save OAuth tokens'), credentials: expired })).causes;
    expect(first).toMatchObject({ id: 'login-not-stored', mistake: expect.stringMatching(/^Signing in again/) });
  });

  it('of Docker’s tells which engine is down, which runs, and which helper is not found', () => {
    const given = facts({
      ...saying(
        'dial unix /Users/sam/Library/Containers/com.docker.docker/Data/backend.sock: connect: connection refused',
      ),
      localPrograms: measured([
        { id: 'docker-desktop', name: 'Docker Desktop', isHere: false, isRunning: false },
        { id: 'colima', name: 'Colima', isHere: true, isRunning: true },
      ]),
      dockerHelper: measured({
        name: 'desktop',
        path: '/Users/sam/.docker/config.json',
        isFound: false,
        hasOsxkeychain: true,
      }),
    });
    const [first, second] = diagnose(given).causes;
    expect(first).toMatchObject({ id: 'local-program-not-running', grounds: 'measured' });
    const said = (first?.evidence ?? []).map(({ sentence }) => sentence).join(' ');
    expect(said).toContain('Docker Desktop is not on this Mac');
    expect(said).toContain('Colima runs and can serve instead');
    expect(second).toMatchObject({ id: 'credential-helper-missing', grounds: 'measured' });
    expect(JSON.stringify(second?.evidence)).toContain('docker-credential-osxkeychain is there');
  });
});
