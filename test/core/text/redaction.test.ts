import { describe, expect, it } from 'vitest';
import { createRedaction, type KnownName } from '../../../electron/core/text/redaction';

const home = '/Users/alice';
const redact = (text: string, ...known: readonly KnownName[]): string =>
  createRedaction([{ kind: 'user', value: 'alice' }, ...known], home).text(text);

describe('redaction', () => {
  it.each([
    ['the home folder', 'Read /Users/alice and /Users/alice/.npmrc.', 'Read ~ and ~/.npmrc.'],
    ['another home that begins alike', 'In /Users/alice2/.npmrc.', 'In /Users/user-1/.npmrc.'],
    [
      'a private folder',
      'In ~/Client Acme/app and /Volumes/Stick/x.',
      'In ~/folder-1/folder-2 and /Volumes/folder-3/folder-4.',
    ],
    ['a keychain of a name', 'It is ~/Library/Keychains/acme.keychain-db.', 'It is ~/Library/Keychains/keychain-1.'],
    [
      'a folder of a tool that Latchkey knows',
      'In ~/Library/Application Support/Latchkey/hold.json.',
      'In ~/Library/Application Support/Latchkey/hold.json.',
    ],
    ['a tmux socket', 'At /private/tmp/tmux-501/acme here.', 'At /private/tmp/tmux-501/folder-1 here.'],
    ['an address of mail', 'For bob.smith+ci@mail.example.com, once.', 'For address-1, once.'],
    ['a login at a host', 'ssh root@build and more', 'ssh address-1 and more'],
    ['an address of the network', 'From 192.168.1.20.', 'From host-1.'],
    ['one of the newer kind', 'From fe80::1c2d:3e4f%en0, or 2001:db8:0:0:0:0:0:1.', 'From host-1, or host-2.'],
    ['one inside the other', 'From ::ffff:10.0.0.7.', 'From host-1.'],
    ['a host', 'At build-7.acme.internal and Studio.local', 'At host-1 and host-2'],
    ['a link', 'See https://alice:pass@git.acme.com/x?y=1 there.', 'See https://host-1 there.'],
    [
      'a host with its links by one placeholder',
      'At http://git.acme.com#x, https://git.acme.com?y or git.acme.com',
      'At http://host-1 https://host-1 or host-1',
    ],
    [
      'folders that look like those of tmux',
      'At /private/tmp/xtmux-501/tmux-501x/y',
      'At /private/tmp/folder-1/folder-2/folder-3',
    ],
    ['a folder of another user', 'In /Users/bob/secret here.', 'In /Users/user-1/folder-1 here.'],
    ['a folder of that name elsewhere', 'In ~/Users/bob here.', 'In ~/Users/folder-1 here.'],
    ['a word that only begins so', 'alicexyz and alice', 'alicexyz and user-1'],
    ['the user, in whatever case', "alice's and Alice, not malice", "user-1's and user-1, not malice"],
    ['a bidirectional mark', 'a\u202eb', 'a⟨U+202E⟩b'],
  ] as const)('replaces %s', (_what, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'Please run /login.',
    'At 18:30:00 on 2026-09-10, version 26.1.',
    'It needs the item "com.apple.gke.notary.tool" in the login keychain.',
    'HTTP::Cookie, YN0041: Invalid authentication and/or errSecInternalComponent (-25308)',
    'It uses ~/.aws/credentials and ~/.config/gh/hosts.yml, which no lock guards.',
  ])('leaves as it is: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each(['on', 'a', '0', 'locked', 'desktop'])('a user named %s wrecks no word and stands in no path', (value) => {
    const sentence = 'It locks on sleep, a locked desktop has 0 sessions.';
    const redaction = createRedaction([{ kind: 'user', value }], `/Users/${value}`);
    expect(redaction.text(sentence)).toBe(sentence);
    expect(redaction.text(`In /Users/${value}/x, of user ${value}.`)).toBe('In ~/folder-1, of user user-1.');
    expect(redaction.name('user', value)).toBe('user-1');
  });

  it('takes a name of ordinary words for one where it is quoted', () => {
    const redaction = createRedaction([{ kind: 'session', value: 'on' }], home);
    expect(redaction.text('The one on `on`, “on” and "on".')).toBe(
      'The one on `session-1`, “session-1” and "session-1".',
    );
  });

  it.each([
    ...[
      '42',
      'about',
      'change',
      'first',
      'hour',
      'later',
      'not',
      'second',
      'some',
      'started',
      'that',
      'two',
      'whole',
      'yes',
    ],
    ...['every', 'its', 'moment', 'program', 'when', 'would'],
  ])('a user named %s wrecks no sentence', (value) => {
    const redaction = createRedaction([{ kind: 'user', value }], home);
    expect(redaction.text(`It is ${value} there.`)).toBe(`It is ${value} there.`);
  });

  it.each([
    ...['~/.ssh/agent.sock', '~/.zshrc', '~/.yarnrc.yml', '~/Library/Group Containers/x', '/System/Library/x'],
    ...['/Users/Shared/x', '~/.config/gcloud/application_default_credentials.json', '~/.azure/msal_token_cache.json'],
  ])('leaves the known parts of %s', (path) => {
    expect(redact(`In ${path}`)).toBe(`In ${path.replace(/\/x$/, '/folder-1')}`);
  });

  it('knows the longer of two names first, and no empty one', () => {
    const known = ['acme', 'acme corp', ''].map((value) => ({ kind: 'account', value }) as const);
    expect(redact('At acme corp, at acme.', ...known)).toBe('At account-1, at account-2.');
  });

  it('has no home folder where that is none', () => {
    for (const none of ['', '/']) {
      expect(createRedaction([], none).text('In / and /Users/bob/x here.')).toBe(
        'In / and /Users/user-1/folder-1 here.',
      );
    }
  });

  it.each(['.*', 'a.b', '$&', '(', '[x', 'x|y', '\\', 'Ω', '(?<r0>x)', 'a-b', "o'neil", '{}', '^'])(
    'a name that means something to a pattern is a name: %s',
    (value) => {
      expect(redact(`It is that of ${value} now.`, { kind: 'account', value })).toMatch(
        /^It is that of (account-1|[^ ]{1,2}) now\.$/,
      );
      expect(redact('It is that of nobody.', { kind: 'account', value })).toBe('It is that of nobody.');
    },
  );

  it('replaces a project folder whole, whatever is in its name', () => {
    const value = '/Users/alice/Acme, Inc. "secret" (new)\nplan';
    expect(redact(`It runs in ${value} now.`, { kind: 'folder', value })).toBe('It runs in folder-1 now.');
  });

  it('gives the same name the same placeholder, in fields and in sentences, and none twice', () => {
    const redaction = createRedaction([{ kind: 'host', value: 'studio' }], home);
    expect(redaction.name('host', 'Studio')).toBe('host-1');
    expect(redaction.text('From studio, then 10.0.0.1, then studio.')).toBe('From host-1, then host-2, then host-1.');
    expect(redaction.name('host', '10.0.0.1')).toBe('host-2');
    expect(redaction.name('user', 'host-1')).toBe('user-1');
  });

  it('does not look at its own placeholders', () => {
    expect(redact('bob and user', { kind: 'user', value: 'bob' }, { kind: 'session', value: 'user-1' })).toBe(
      'user-1 and user',
    );
  });

  it('comes to an end with text made to keep it busy', () => {
    const known = Array.from({ length: 300 }, (_none, index) => ({ kind: 'session', value: `name ${index}` }) as const);
    for (const text of [
      '/a '.repeat(3_000),
      'a.'.repeat(5_000),
      '1:'.repeat(5_000),
      `/${'a '.repeat(5_000)}`,
      'a@'.repeat(5_000),
    ]) {
      expect(redact(text, ...known)).toMatch(/\S/);
    }
  });
});
