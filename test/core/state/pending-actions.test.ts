import { describe, expect, it } from 'vitest';
import {
  isLockChanging,
  isPending,
  isUnlockDialogOpen,
  pendingAction,
} from '../../../electron/core/state/pending-actions';
import { type ActionTarget, everything, type PendingAction } from '../../../electron/core/words/pending';
import { keychain as keychainOf } from '../sample-facts';

const action = (kind: PendingAction['kind'], target: ActionTarget): PendingAction => ({
  ...{ kind, target },
  phase: 'running',
  startedAt: '2026-09-10T09:00:00.000Z',
});
const keychain = (path: string): ActionTarget => ({ kind: 'keychain', path });

describe('whether an action is under way', () => {
  it.each<[string, ActionTarget, ActionTarget, boolean]>([
    ['the same keychain', keychain('/a'), keychain('/a'), true],
    ['another keychain', keychain('/a'), keychain('/b'), false],
    ['all keychains, asked of one', everything, keychain('/a'), false],
    ['all of what there is one of', everything, everything, true],
    ['a session of the same name as a shell', { kind: 'session', id: 'zsh' }, { kind: 'shell', name: 'zsh' }, false],
    ['the same session', { kind: 'session', id: 'ssh:1' }, { kind: 'session', id: 'ssh:1' }, true],
    ['another session', { kind: 'session', id: 'ssh:1' }, { kind: 'session', id: 'ssh:2' }, false],
    ['another shell', { kind: 'shell', name: 'zsh' }, { kind: 'shell', name: 'bash' }, false],
    ['another tool', { kind: 'login', tool: 'gh' }, { kind: 'login', tool: 'git' }, false],
    ['a login of the same name as a session', { kind: 'login', tool: 'gh' }, { kind: 'session', id: 'gh' }, false],
    ['the same shell', { kind: 'shell', name: 'zsh' }, { kind: 'shell', name: 'zsh' }, true],
    [
      'a login without an account, written in two ways',
      { kind: 'login', tool: 'gh' },
      { kind: 'login', tool: 'gh', account: null },
      true,
    ],
    [
      'another account of the tool',
      { kind: 'login', tool: 'gh', account: 'a' },
      { kind: 'login', tool: 'gh', account: 'b' },
      false,
    ],
  ])('%s', (_name, target, asked, expected) => {
    expect(isPending([action('lock', target)], 'lock', asked)).toBe(expected);
  });

  it.each<[PendingAction['kind'], boolean]>([
    ['unlock', true],
    ['lock', true],
    ['start-hold', true],
    ['end-hold', true],
    ['set-auto-lock', false],
  ])('%s changes the lock: %s', (kind, changes) => {
    expect(isLockChanging([action('read-expiry', everything), action(kind, everything)])).toBe(changes);
  });

  it('asks for one kind, for several, and for any target', () => {
    const pending = [action('unlock', keychain('/a')), action('end-hold', everything)];
    expect(pendingAction(pending, ['start-hold', 'end-hold'])).toBe(pending[1]);
    expect(isPending(pending, 'lock')).toBe(false);
    expect(isPending(pending, ['lock', 'unlock'], keychain('/a'))).toBe(true);
    expect(isPending(pending, ['lock', 'unlock'], everything)).toBe(false);
  });
});

describe('whether the system’s dialog is open', () => {
  const facts = (state: 'locked' | 'unlocked') => ({
    keychains: [
      keychainOf({ path: '/a', lock: { state, session: 'desktop' } }),
      keychainOf({ path: '/b', lock: { state: 'locked', session: 'desktop' } }),
    ],
  });
  it.each<[string, PendingAction['kind'], ActionTarget, 'locked' | 'unlocked', PendingAction['phase'], boolean]>([
    ['an unlock', 'unlock', keychain('/a'), 'locked', 'running', true],
    ['an unlock whose dialog is gone', 'unlock', keychain('/a'), 'locked', 'settling', false],
    ['Keep Unlocked of one that is locked', 'start-hold', keychain('/a'), 'locked', 'running', true],
    ['Keep Unlocked of one that is unlocked', 'start-hold', keychain('/a'), 'unlocked', 'running', false],
    ['Keep Unlocked of several, of which one is locked', 'start-hold', everything, 'unlocked', 'running', true],
    ['a lock', 'lock', keychain('/a'), 'unlocked', 'running', false],
    ['the end of Keep Unlocked', 'end-hold', everything, 'locked', 'running', false],
  ])('%s', (_name, kind, target, state, phase, expected) => {
    const pending = [{ ...action(kind, target), phase }];
    expect(isUnlockDialogOpen({ pending, snapshot: facts(state) })).toBe(expected);
  });

  it('no Keep Unlocked has it open before the first look', () => {
    expect(isUnlockDialogOpen({ pending: [action('start-hold', everything)], snapshot: null })).toBe(false);
  });
});
