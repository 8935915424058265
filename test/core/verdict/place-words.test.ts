import { describe, expect, it } from 'vitest';
import { placeRows } from '../../../electron/core/verdict/place-words';
import { verdictOf } from '../../../electron/core/verdict/verdict';
import { credential } from '../sample-facts';
import {
  app,
  bobs,
  factsOf,
  fresh,
  gh,
  git,
  inferredTmux,
  initialTmux,
  login,
  now,
  npm,
  type Situation,
  sshTmux,
  strayTmux,
  tmux,
} from './situations';

const rowsOf = (situation: Situation) => {
  const facts = factsOf(situation);
  return placeRows({ ...facts, verdict: verdictOf(facts, now) });
};
const told = (situation: Situation): readonly string[] =>
  rowsOf(situation).rows.map(
    ({ name, words, tone, isMeasured }) => `${isMeasured ? '●' : '○'} ${name} | ${words} | ${tone}`,
  );
const lost = (name: string) => `○ ${name} | gh, git logged out | alarm`;
const named = { ...login, name: 'Named' };
const { name: _name, ...nameless } = login;
const newLogin = '○ New SSH login | gh, git logged out | alarm';

describe('a place in a row', () => {
  it.each<[string, Situation, readonly string[]]>([
    ['works until it locks', { places: [tmux()] }, [newLogin, '● tmux ‘work’ | works until it locks | caution']],
    ['held', { places: [tmux()], held: '18:00' }, [newLogin, '● tmux ‘work’ | everything works | good']],
    ['locked', { places: [tmux('locked')], lock: 'locked' }, ['● tmux ‘work’ | gh, git logged out | alarm', newLogin]],
    ['inferred', { places: [inferredTmux], locks: 'never' }, [newLogin, '○ tmux ‘work’ | should work | good']],
    [
      'not known how long',
      { places: [tmux()], locks: 'unknown' },
      [newLogin, '● tmux ‘work’ | not known how long | unknown'],
    ],
    ['of daemons', { places: [initialTmux] }, [newLogin, '○ tmux ‘d’ | gh, git logged out | alarm']],
    ['not tested', { places: [strayTmux] }, [newLogin, '○ tmux ‘x’ | not tested yet | unknown']],
    ['one tool', { tools: [gh] }, ['○ New SSH login | gh logged out | alarm']],
    ['more tools than fit', { tools: [gh, git, app, credential()] }, ['○ New SSH login | 4 tools logged out | alarm']],
    [
      'one long name',
      { tools: [credential({ name: 'Google Cloud Platform' })] },
      ['○ New SSH login | Google Cloud Platform logged out | alarm'],
    ],
    ['no tool needs it', { tools: [npm] }, ['○ New SSH login | should work | good']],
    [
      'measured to have nothing',
      { places: [fresh('locked', 'measured')] },
      ['● New SSH login | gh, git logged out | alarm'],
    ],
    [
      'an SSH login',
      { places: [{ ...login, from: 'studio.local' }] },
      ['○ SSH from studio.local | gh, git logged out | alarm', newLogin],
    ],
    [
      'inside one',
      { places: [{ ...login, isThisSession: true }] },
      ['○ This SSH login | gh, git logged out | alarm', newLogin],
    ],
    ['nobody', { remoteLogin: 'off' }, []],
    [
      'tools that just fit',
      {
        tools: [
          { ...gh, name: 'twelve-chars' },
          { ...git, name: 'four' },
        ],
      },
      ['○ New SSH login | twelve-chars, four logged out | alarm'],
    ],
    [
      'tools that just do not fit',
      {
        tools: [
          { ...gh, name: 'twelve-chars.' },
          { ...git, name: 'four' },
        ],
      },
      ['○ New SSH login | 2 tools logged out | alarm'],
    ],
    ['a tmux without a name', { places: [{ ...nameless, kind: 'tmux-server' }] }, [lost('tmux'), newLogin]],
    ['an SSH login from nobody knows where', { places: [login] }, [lost('SSH login'), newLogin]],
    ['an editor', { places: [{ ...named, kind: 'editor-server' }] }, [lost('Named'), newLogin]],
    ['a multiplexer', { places: [{ ...named, kind: 'multiplexer' }] }, [lost('Named'), newLogin]],
    ['another login', { places: [{ ...named, kind: 'other-login' }] }, [lost('Named'), newLogin]],
    ['screen', { places: [{ ...named, kind: 'screen' }] }, [lost('Screen session ‘Named’'), newLogin]],
    [
      'another login without a name',
      { places: [{ ...nameless, kind: 'other-login' }] },
      [lost('Remote login'), newLogin],
    ],
  ])('%s', (_name, situation, rows) => {
    expect([...told(situation)].sort()).toEqual([...rows].sort());
  });

  it('is the worst first, and the login that does not exist yet is known', () => {
    expect(told({ places: [tmux(), sshTmux('locked')] })).toEqual([
      '● tmux ‘main’ | gh, git logged out | alarm',
      newLogin,
      '● tmux ‘work’ | works until it locks | caution',
    ]);
    expect(rowsOf({ places: [tmux()] }).rows.map(({ isNext }) => isNext)).toEqual([true, false]);
  });

  it('leaves out a place of the verdict that is gone', () => {
    const facts = factsOf({});
    const places = [{ sessionId: 'gone', level: 'go', tools: [] } as const];
    expect(placeRows({ ...facts, verdict: { ...verdictOf(facts, now), places } }).rows).toEqual([]);
  });

  it('is one of three at most; all are counted, those of other users too', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...tmux(), id: `tmux-server:${index}` }));
    expect(rowsOf({ places: many })).toMatchObject({ rows: [{}, {}, {}], count: 31 });
    expect(rowsOf({ places: [bobs] })).toMatchObject({ rows: [{ sessionId: 'fresh-ssh' }], count: 2 });
  });

  it('has a name of its own: by its terminal, else by a number', () => {
    const from = (id: string, tty?: string) => ({ ...login, id, from: 'studio.local', ...(tty ? { tty } : {}) });
    const names = (places: Situation['places']) =>
      rowsOf({ places: places ?? [], locks: 'never' })
        .rows.map(({ name }) => name)
        .filter((name) => name !== 'New SSH login');
    expect(names([from('a', 'ttys003'), from('b', 'ttys009')])).toEqual([
      'SSH ttys003 from studio.local',
      'SSH ttys009 from studio.local',
    ]);
    expect(names([from('a'), from('b')])).toEqual(['SSH from studio.local', 'SSH from studio.local (2)']);
    expect(names([from('a', 'ttys003'), { ...from('b', 'ttys003'), from: 'laptop.local' }])).toEqual([
      'SSH from studio.local',
      'SSH from laptop.local',
    ]);
  });
});
