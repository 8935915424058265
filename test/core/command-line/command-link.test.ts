import { describe, expect, it } from 'vitest';
import {
  describeCommandLink,
  type LinkFacts,
  type LinkFound,
  type LinkPlace,
  linkFolders,
  planCommandLink,
  typedCommand,
} from '../../../electron/core/command-line/command-link';

const command = '/Applications/Latchkey.app/Contents/Resources/bin/latchkey';
const formerly = '/Users/alice/Downloads/Latchkey.app/Contents/Resources/bin/latchkey';
const link = (target: string, leadsSomewhere = true): LinkFound => ({ kind: 'link', target, leadsSomewhere });
const nothing: LinkFound = { kind: 'nothing' };

const shared = (state: LinkPlace['state'], found: LinkFound = nothing): LinkPlace => ({
  folder: '/usr/local/bin',
  state,
  found,
});
const own = (state: LinkPlace['state'], found: LinkFound = nothing): LinkPlace => ({
  ...{ folder: '/Users/alice/.local/bin', state, found },
});
const plan = (places: readonly LinkPlace[], facts: Partial<LinkFacts> = {}) =>
  planCommandLink({ command, homeFolder: '/Users/alice', places, shellFolders: ['/usr/bin'], ...facts });

describe('where the link goes', () => {
  it.each<[string, LinkPlace, LinkPlace, object]>([
    ['into the shared folder that is ours', shared('ours'), own('ours'), { link: '/usr/local/bin/latchkey' }],
    ['else into our own', shared('not-ours'), own('ours'), { link: '/Users/alice/.local/bin/latchkey' }],
    ['also where that has to be made', shared('not-ours'), own('missing'), { state: 'none', makesFolder: true }],
    [
      'past something else of that name',
      shared('ours', { kind: 'other' }),
      own('ours'),
      { link: expect.stringContaining('.local') },
    ],
    [
      'past a link to another program',
      shared('ours', link('/opt/x/latchkey')),
      own('ours'),
      { link: expect.stringContaining('.local') },
    ],
    [
      'nowhere new where it is',
      shared('ours'),
      own('ours', link(command)),
      { link: expect.stringContaining('.local'), state: 'installed', leadsTo: null },
    ],
    [
      'over one of an app that is gone',
      shared('ours'),
      own('ours', link(formerly, false)),
      { link: expect.stringContaining('.local'), state: 'stale', leadsTo: formerly, isBroken: true },
    ],
    [
      'over one of another copy',
      shared('ours', link(formerly)),
      own('ours'),
      { link: '/usr/local/bin/latchkey', state: 'stale', isBroken: false },
    ],
    [
      'beside one that only root can mend',
      shared('not-ours', link(formerly, false)),
      own('ours'),
      { link: expect.stringContaining('.local'), state: 'none' },
    ],
  ])('%s', (_where, first, second, expected) => {
    expect(plan([first, second])).toMatchObject({ kind: 'plan', target: command, ...expected });
  });

  it.each<[string, Partial<LinkFacts>, readonly LinkPlace[], RegExp]>([
    ['there is no app', { command: null }, [own('ours')], /checkout/],
    [
      'macOS has translocated it',
      { command: '/private/var/folders/x1/T/AppTranslocation/0A-1B/d/Latchkey.app/Contents/Resources/bin/latchkey' },
      [own('ours')],
      /Move Latchkey to Applications/,
    ],
    [
      'it runs from a disk image',
      { command: `/Volumes/Latchkey 1.0${command.slice('/Applications'.length)}` },
      [own('ours')],
      /may be taken out/,
    ],
    [
      'something else is in every place',
      {},
      [shared('not-ours'), own('ours', { kind: 'other' })],
      /\/usr\/local\/bin is not yours to write\. .*\.local\/bin\/latchkey is something else\./,
    ],
  ])('is not said where %s', (_why, facts, places, reason) => {
    expect(plan(places, facts)).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) });
  });
});

describe('the line for PATH', () => {
  it.each<[string, readonly string[] | null, LinkPlace, string | null]>([
    ['is told where the shell does not look there', ['/usr/bin'], own('ours'), 'export PATH="$HOME/.local/bin:$PATH"'],
    ['is not where it does', ['/usr/bin', '/Users/alice/.local/bin'], own('ours'), null],
    ['is told of the shared folder as well', ['/usr/bin'], shared('ours'), 'export PATH="/usr/local/bin:$PATH"'],
    ['is not told of that by the app: each login shell has it', null, shared('ours'), null],
    ['is told of ours by the app', null, own('ours'), 'export PATH="$HOME/.local/bin:$PATH"'],
  ])('%s', (_when, shellFolders, place, pathLine) => {
    expect(plan([place], { shellFolders })).toMatchObject({ pathLine });
  });
});

it.each([
  [shared('ours', link(command)), ['The link is there: /usr/local/bin/latchkey', `It leads to ${command}`]],
  [
    shared('ours', link(formerly)),
    ['A link is made: /usr/local/bin/latchkey', `It leads to ${command}`, `Until now it led to ${formerly}.`],
  ],
  [
    shared('missing'),
    ['A link is made: /usr/local/bin/latchkey', `It leads to ${command}`, 'Its folder is made as well.'],
  ],
])('tells in as many sentences as there is to say: %#', (place, sentences) => {
  const shown = plan([place], { shellFolders: ['/usr/local/bin'] });
  expect(shown.kind === 'plan' && describeCommandLink(shown)).toEqual(sentences);
});

it('looks for a link in the shared folder and then in the user’s own', () => {
  expect(linkFolders('/Users/alice')).toEqual(['/usr/local/bin', '/Users/alice/.local/bin']);
});

it('tells where the link leads now, and what goes into a start-up file, before it is made', () => {
  const shown = plan([own('ours', link(formerly, false))]);
  expect(shown.kind === 'plan' && describeCommandLink(shown)).toEqual([
    'A link is made: /Users/alice/.local/bin/latchkey',
    `It leads to ${command}`,
    `Until now it led to ${formerly}, which is gone.`,
    'Shells find it once this line is in their start-up file (~/.zprofile for zsh):',
    '  export PATH="$HOME/.local/bin:$PATH"',
  ]);
});

const checkout = '/Users/alice/src/latchkey/dist/cli/latchkey.cjs';

it.each([
  ['its name leads here', { found: command, own: command, isScriptForNode: false }, 'latchkey'],
  [
    'its name leads to another copy',
    { found: `/Users/alice${command}`, own: command, isScriptForNode: false },
    command,
  ],
  ['the shell knows no such name', { found: null, own: command, isScriptForNode: false }, command],
  [
    'the path has spaces',
    { found: null, own: "/Users/a b/it's/latchkey", isScriptForNode: false },
    "'/Users/a b/it'\\''s/latchkey'",
  ],
  ['Node runs it', { found: null, own: checkout, isScriptForNode: true }, `node ${checkout}`],
  ['npm has linked it', { found: checkout, own: checkout, isScriptForNode: true }, 'latchkey'],
])('the command is typed as it works in that shell, where %s', (_where, facts, typed) => {
  expect(typedCommand(facts)).toBe(typed);
});
