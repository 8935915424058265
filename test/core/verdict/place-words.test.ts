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

const rowsOf = (situation: Situation, most = 3) => {
  const facts = factsOf(situation);
  return placeRows({ ...facts, verdict: verdictOf(facts, now) }, most);
};
const told = (situation: Situation): readonly string[] =>
  rowsOf(situation).rows.map(
    ({ name, words, tone, isMeasured }) => `${isMeasured ? '●' : '○'} ${name} | ${words} | ${tone}`,
  );
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
      { tools: [credential({ name: 'Google Cloud CLI' })] },
      ['○ New SSH login | Google Cloud CLI logged out | alarm'],
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
  ])('%s', (_name, situation, rows) => {
    expect([...told(situation)].sort()).toEqual([...rows].sort());
  });

  it('is the worst first, and the login that does not exist yet last', () => {
    expect(told({ places: [tmux(), sshTmux('locked')] })).toEqual([
      '● tmux ‘main’ | gh, git logged out | alarm',
      '● tmux ‘work’ | works until it locks | caution',
      newLogin,
    ]);
  });

  it('is one of three at most; the others are counted, those of other users too', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...tmux(), id: `tmux-server:${index}` }));
    expect(rowsOf({ places: many })).toMatchObject({ rows: [{}, {}, {}], more: 28 });
    expect(rowsOf({ places: [bobs] })).toMatchObject({ rows: [{ sessionId: 'fresh-ssh' }], more: 1 });
  });
});
