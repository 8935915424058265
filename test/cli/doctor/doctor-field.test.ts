import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../simulator/parsing/scenario';
import { readAnswer } from '../answer-schema';
import { createDeskMac } from '../desk-mac';
import { deskScenario, loginPath } from '../desk-scenario';
import { runLatchkey } from '../run-latchkey';

/** Kinds of trouble that people have reported, each as a Mac in which it is so. */
const causesIn = async (scenario: Scenario, words: readonly string[], session?: string) => {
  const mac = await createDeskMac(scenario);
  const { stdout } = await runLatchkey(mac, ['doctor', '--json', ...words], session);
  const { diagnosis } = readAnswer('doctor', stdout);
  const [first] = diagnosis.causes;
  const cures = diagnosis.causes.flatMap((cause) => cause.cures);
  return { diagnosis, first, cures: cures.map(({ id }) => id), ids: diagnosis.causes.map(({ id }) => id) };
};

const sshLogin = (unlocked: readonly string[]) =>
  ({ id: 'login-1', kind: 'ssh', tty: 'ttys004', from: '192.0.2.7', unlocked: [...unlocked] }) as const;
const desk = { id: 'desk', kind: 'desktop', unlocked: [loginPath] } as const;

const withItem = (
  scenario: Scenario,
  item: NonNullable<NonNullable<Scenario['keychains']>[number]['items']>[number],
): Scenario => {
  const [keychain] = scenario.keychains ?? [];
  if (!keychain) throw new Error('the desk has a keychain');
  return { ...scenario, keychains: [{ ...keychain, items: [item] }] };
};

describe('a trouble of the field', () => {
  it('with nobody at the desktop: nothing is offered that needs somebody there', async () => {
    const scenario = withItem(deskScenario(true, { remoteLogin: true, sessions: [sshLogin([])] }), {
      class: 'genp',
      service: 'Claude Code-credentials',
      account: 'alice',
      data: 'x',
    });
    const { first, cures } = await causesIn(scenario, ['claude-code'], 'login-1');
    expect(first?.id).toBe('ssh-login-locked');
    expect(cures).toContain('unlock-in-ssh-login');
    expect(cures.filter((id) => /desktop|dialog/.test(id))).toEqual([]);
  });

  it('with the keychain open and the item refused: the program is what may not', async () => {
    const scenario = withItem(
      deskScenario(true, {
        remoteLogin: true,
        sessions: [desk, sshLogin([loginPath])],
        files: { '~/.gitconfig': '[credential]\n\thelper = osxkeychain\n' },
      }),
      { class: 'inet', server: 'github.com', account: 'alice', data: 'x' },
    );
    const text = 'Encountered error code: -25308\nfatal: Authentication failed for ‘https://github.com/acme/app.git/’';
    const { first, diagnosis, cures } = await causesIn(scenario, ['--message', text], 'login-1');
    expect(first?.id).toBe('keychain-access-denied');
    expect(diagnosis.disagreement).toContain('sees the login keychain unlocked');
    expect(cures).toContain('open-item-to-tools');
    expect(cures).not.toContain('sign-in-again');
  });

  it('with an SSO session that has ended: the keychain has no part in it, and the profile is named', async () => {
    const scenario = deskScenario(true, {
      remoteLogin: true,
      sessions: [desk, sshLogin([])],
      files: {
        '~/.aws/config':
          '[sso-session corp]\nsso_start_url = https://corp.example.com/start\nsso_region = eu-west-1\n\n[profile dev]\nsso_session = corp\n',
        '~/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json': {
          startUrl: 'https://corp.example.com/start',
          accessToken: 'x',
          expiresAt: '2020-01-10T08:30:00Z',
        },
      },
    });
    const text = 'Error loading SSO Token: The SSO access token has either expired or is otherwise invalid.';
    const { first, ids } = await causesIn(scenario, ['--message', text], 'login-1');
    expect(ids).toEqual(['login-expired']);
    expect(first?.cures[0]?.action).toEqual({ kind: 'copy-command', command: 'aws sso login --profile dev' });
  });

  it('with a helper of Docker’s whose app is gone: the app and the helper are told, and no network', async () => {
    const scenario = deskScenario(true, { files: { '~/.docker/config.json': { credsStore: 'desktop' } } });
    const text =
      'error storing credentials - err: exit status 1, out: `dial unix /Users/alice/Library/Containers/com.docker.docker/Data/backend.sock: connect: connection refused`';
    const { first, ids, cures } = await causesIn(scenario, ['--message', text]);
    expect(first).toMatchObject({ id: 'local-program-not-running', grounds: 'measured' });
    expect(ids).toContain('credential-helper-missing');
    expect(cures).toContain('replace-docker-helper');
    expect(cures).not.toContain('try-other-network');
  });
});
