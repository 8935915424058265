import { describe, expect, it } from 'vitest';
import { offeredActions } from '../../../electron/core/state/offered-actions';
import { verdictOf } from '../../../electron/core/verdict/verdict';
import type { PendingAction } from '../../../electron/core/words/pending';
import { loginPath } from '../sample-facts';
import {
  ending,
  factsOf,
  now,
  npm,
  type Situation,
  sshTmux,
  tmux,
  vault,
  vaultKeychain,
  vaultPath,
} from '../verdict/situations';

const offered = (situation: Situation, pending: readonly PendingAction[] = []) => {
  const facts = factsOf(situation);
  return offeredActions({ ...facts, verdict: verdictOf(facts, now) }, pending);
};
/** The one that Return presses in brackets. */
const told = (situation: Situation, pending?: readonly PendingAction[]): string => {
  const { all, primary } = offered(situation, pending);
  return all.map((action) => (action === primary ? `[${action.kind}]` : action.kind)).join(' ');
};
const action = (kind: PendingAction['kind'], phase: PendingAction['phase'] = 'running'): PendingAction => ({
  ...{ kind, phase, target: { kind: 'keychain', path: loginPath }, startedAt: '' },
});

describe('the buttons of the first page', () => {
  it.each<[string, string, Situation]>([
    ['locked', '[unlock]', { lock: 'locked' }],
    ['locked, and nothing needs it', 'unlock', { lock: 'locked', tools: [npm] }],
    ['will lock', 'lock [keep-unlocked]', { places: [tmux()] }],
    ['no desktop tmux', 'lock keep-unlocked [start-desktop-tmux]', { places: [sshTmux('locked')] }],
    ['held', '[end-hold] lock', { places: [tmux()], held: '18:00' }],
    ['held, no desktop tmux', 'end-hold lock [start-desktop-tmux]', { held: '18:00' }],
    ['held and locked by somebody', 'end-hold [unlock]', { held: '18:00', lock: 'locked' }],
    ['nothing needs it', 'lock keep-unlocked', { tools: [npm] }],
    ['nobody can come', 'lock keep-unlocked', { remoteLogin: 'off', places: [] }],
    ['a login ends', 'lock keep-unlocked [show-login]', { tools: [ending('23:10')] }],
    ['unknown', '[look-again]', { lock: 'unknown' }],
    ['unknown and held', 'end-hold [look-again]', { lock: 'unknown', held: '18:00' }],
    ['no keychain', '[look-again]', { lock: 'no keychain' }],
    ['still looking', 'lock keep-unlocked [look-again]', { tools: [npm], awaited: ['sessions'] }],
    [
      'another keychain is locked',
      'lock keep-unlocked [unlock]',
      { tools: [vault], others: [vaultKeychain('locked')] },
    ],
  ])('%s', (_name, actions, situation) => {
    expect(told(situation)).toBe(actions);
  });

  it.each([
    ['unlock', 'running', '[cancel]'],
    ['start-hold', 'running', '[cancel]'],
    ['unlock', 'settling', '[unlock]'],
    ['lock', 'running', '[unlock]'],
  ] as const)('while %s is %s', (kind, phase, actions) => {
    expect(told({ lock: 'locked' }, [action(kind, phase)])).toBe(actions);
  });

  it('do not set settings aside while others wait to be put back', () => {
    const { hold, ...facts } = factsOf({ tools: [npm], held: '18:00' });
    const restoring = { ...hold, state: 'restoring', problems: [] } as never;
    expect(offeredActions({ ...facts, hold: restoring, verdict: verdictOf({ ...facts, hold }, now) }, [])).toEqual({
      all: [{ kind: 'lock', keychainPath: loginPath }],
      primary: null,
    });
  });

  it('unlock and keep unlocked the keychain that the verdict speaks of', () => {
    expect(offered({ tools: [vault], others: [vaultKeychain('locked')] }).primary).toEqual({
      kind: 'unlock',
      keychainPath: vaultPath,
    });
    const losing = offered({
      tools: [vault],
      locks: 'never',
      places: [tmux()],
      others: [vaultKeychain('unlocked', 'idle')],
    });
    expect(losing.all).toEqual([
      { kind: 'lock', keychainPath: loginPath },
      { kind: 'keep-unlocked', keychainPath: vaultPath },
    ]);
  });

  it('keep nothing unlocked while settings wait to be put back', () => {
    const facts = factsOf({ held: '18:00', tools: [npm] });
    if (facts.hold.state !== 'on') throw new Error('it is held');
    const hold = { ...facts.hold, state: 'restoring', problems: [] } as const;
    const { all } = offeredActions({ ...facts, hold, verdict: verdictOf(facts, now) }, []);
    expect(all.map(({ kind }) => kind)).not.toContain('keep-unlocked');
  });
});
