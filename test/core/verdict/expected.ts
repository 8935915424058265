import type { VerdictLevel, VerdictPrimary } from '../../../electron/core/words/verdict';
import { loginPath } from '../sample-facts';
import type * as s from './situations';

export const unlock: VerdictPrimary = { kind: 'unlock', keychainPath: loginPath };
export const keep: VerdictPrimary = { kind: 'keep-unlocked', keychainPath: loginPath };
export const [endHold, desktopTmux, lookAgain, none] = (
  ['end-hold', 'start-desktop-tmux', 'look-again', 'none'] as const
).map((kind): VerdictPrimary => ({ kind })) as [VerdictPrimary, VerdictPrimary, VerdictPrimary, VerdictPrimary];
export const showClaude: VerdictPrimary = { kind: 'show-login', tool: 'claude-code' };

export const noTool = 'You can go: no tool Latchkey knows here needs this keychain over SSH.';
export const nobody = 'Nobody can SSH in: Remote Login is off.';
export const lockedText = 'Unlock first: over SSH, gh and git will be logged out.';
export const freshText = "A new SSH login won't have gh and git, even while this is unlocked.";
export const losesText = 'Not yet: tmux ‘work’ loses gh and git when this locks, 15 min after last use.';
export const silent = "Can't tell: the keychain did not answer.";
export const going = (rest: string) => `You can go: in tmux ‘work’ everything ${rest}.`;

export const signIn = (end: string) => `Sign in to Claude Code first: its login ${end}.`;

export type Row = readonly [name: string, situation: s.Situation, VerdictLevel, sentence: string, VerdictPrimary];
