import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../electron/core/verdict/verdict';
import { rowsOfDoubts } from './rows-of-doubts';
import { rowsOfEdges } from './rows-of-edges';
import { rowsOfLocking } from './rows-of-locking';
import { rowsOfLogins } from './rows-of-logins';
import { rowsOfPlaces } from './rows-of-places';
import * as s from './situations';

const rows = [...rowsOfLocking, ...rowsOfPlaces, ...rowsOfLogins, ...rowsOfDoubts, ...rowsOfEdges];

describe('can I go?', () => {
  it.each(rows)('%s', (_name, situation, level, sentence, primary) => {
    const verdict = verdictOf(s.factsOf(situation), s.now);
    expect({ level: verdict.level, sentence: verdict.sentence, primary: verdict.primary }).toEqual({
      ...{ level, sentence, primary },
    });
  });
});

describe('what each place has', () => {
  it('lists the places worst first, with the tools that look logged out or will', () => {
    const { places } = verdictOf(
      s.factsOf({ tools: [s.gh, s.app, s.npm], places: [s.tmux(), s.sshTmux('locked')] }),
      s.now,
    );
    expect(places).toEqual([
      { sessionId: 'tmux-server:main', level: 'not-yet', tools: ['gh', 'onepassword'] },
      { sessionId: 'fresh-ssh', level: 'not-yet', tools: ['gh', 'onepassword'] },
      { sessionId: 'tmux-server:work', level: 'not-yet', tools: ['gh'] },
    ]);
  });

  it('says of a place that was not tested which tools that concerns', () => {
    const { places } = verdictOf(
      s.factsOf({ places: [s.strayTmux, s.fresh('unlocked', 'measured')], locks: 'never' }),
      s.now,
    );
    expect(places).toEqual([
      { sessionId: 'tmux-server:x', level: 'cannot-tell', tools: ['gh', 'git'] },
      { sessionId: 'fresh-ssh', level: 'go', tools: [] },
    ]);
  });

  it('puts those with most to lose first among equals, and every level in its place', () => {
    const order = (...places: Parameters<typeof s.factsOf>[0]['places'] & object) =>
      verdictOf(s.factsOf({ tools: [s.gh, s.app], locks: 'never', places }), s.now).places.map(
        ({ sessionId, level }) => `${sessionId} ${level}`,
      );
    expect(
      order(s.tmux(), s.strayTmux, s.sshTmux('unlocked'), s.fresh(), { ...s.tmux('locked'), id: 'locked' }),
    ).toEqual([
      'locked unlock-first',
      'fresh-ssh not-yet',
      'tmux-server:main not-yet',
      'tmux-server:x cannot-tell',
      'tmux-server:work go',
    ]);
  });

  it('leaves nobody out where the row of the next login is missing', () => {
    const facts = s.factsOf({ tools: [] });
    expect(verdictOf({ ...facts, sessions: [s.bobs] }, s.now).places.map(({ sessionId }) => sessionId)).toEqual([
      'ssh:9',
    ]);
    expect(verdictOf({ ...facts, sessions: [] }, s.now).level).toBe('go');
  });

  it('leaves other users out, whose logins are their own', () => {
    const { places } = verdictOf(s.factsOf({ places: [s.bobs] }), s.now);
    expect(places.map(({ sessionId }) => sessionId)).toEqual(['fresh-ssh']);
  });
});

describe('never says go', () => {
  it('without "should" where nobody has measured the place that it names, in any row', () => {
    const wrong = rows.filter(([, situation]) => {
      const facts = s.factsOf(situation);
      const verdict = verdictOf(facts, s.now);
      const go = verdict.places.filter(({ level }) => level === 'go').map(({ sessionId }) => sessionId);
      const isMeasured = facts.sessions.some(({ id, basis }) => go.includes(id) && basis === 'measured');
      return verdict.sentence.includes('everything works') && !isMeasured;
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it('where nobody knows when the keychain locks, in any row', () => {
    const wrong = rows.filter(([, situation]) => {
      const { locks, held, tools = [s.gh] } = situation;
      const isAsked = locks === 'unknown' && held === undefined && tools.includes(s.gh);
      return isAsked && verdictOf(s.factsOf(situation), s.now).level === 'go';
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it('where a reachable place of the verdict has lost a tool, in any row', () => {
    const wrong = rows.filter(([, situation]) => {
      const verdict = verdictOf(s.factsOf(situation), s.now);
      return (
        verdict.level === 'go' && verdict.places.length > 0 && verdict.places.every(({ tools }) => tools.length > 0)
      );
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });
});
