import fc from 'fast-check';
import type { AutoLockSettings } from '../../../electron/core/words/keychain';
import { type Fault, type FaultyPart, faultyParts } from '../world/faults';
import { type LoginStore, type ModelLogin, tools } from '../world/logins';
import { loginPath, workPath } from '../world/paths';
import type { ReportKind } from '../world/reports';

/** One thing that can happen. `which` picks one of those that there are, where there are any. */
export type Step =
  | { readonly kind: 'time'; readonly ms: number }
  | { readonly kind: 'sleep'; readonly ms: number }
  | { readonly kind: 'jump'; readonly ms: number }
  | {
      readonly kind: 'unlocked' | 'locked';
      readonly path: string;
      readonly where: 'desktop' | 'place';
      readonly which: number;
    }
  | {
      readonly kind: 'settings';
      readonly path: string;
      readonly where: 'desktop' | 'place';
      readonly which: number;
      readonly settings: AutoLockSettings;
    }
  | { readonly kind: 'removed' }
  | { readonly kind: 'created'; readonly settings: AutoLockSettings }
  | { readonly kind: 'listed'; readonly isListed: boolean }
  | {
      readonly kind: 'born';
      readonly what: 'ssh' | 'tmux-desktop' | 'tmux-ssh' | 'tmux-initial';
      readonly tellsBirth: boolean;
      readonly isOthers: boolean;
    }
  | { readonly kind: 'dies'; readonly which: number }
  | { readonly kind: 'report'; readonly which: number; readonly report: ReportKind }
  | { readonly kind: 'login'; readonly login: ModelLogin }
  | { readonly kind: 'access'; readonly remoteLogin: 'on' | 'off'; readonly sleepMinutes: number }
  | { readonly kind: 'fault'; readonly part: FaultyPart; readonly fault: Fault }
  | { readonly kind: 'slow'; readonly isSlow: boolean }
  | { readonly kind: 'file-events'; readonly come: boolean }
  | { readonly kind: 'power'; readonly source: 'ac' | 'battery'; readonly screenLocked: boolean }
  | { readonly kind: 'popover'; readonly isVisible: boolean }
  | { readonly kind: 'start' | 'quit' | 'kill' }
  | Click;

export type Click =
  | { readonly kind: 'click-unlock' | 'click-lock'; readonly path: string }
  | {
      readonly kind:
        | 'click-lock-all'
        | 'click-cancel'
        | 'click-look'
        | 'click-test-login'
        | 'click-end-hold'
        | 'click-undo';
    }
  | { readonly kind: 'click-settings'; readonly path: string; readonly settings: AutoLockSettings }
  | {
      readonly kind: 'click-hold';
      readonly paths: readonly string[];
      readonly end: 'soon' | 'back' | 'open';
      readonly relock: 'as-before' | 'always';
    }
  | { readonly kind: 'click-decide'; readonly path: string; readonly decision: 'put-back' | 'leave' }
  | { readonly kind: 'answer'; readonly answer: 'right' | 'cancelled' | 'wrong' };

const path = fc.constantFrom(loginPath, loginPath, workPath);
const where = fc.constantFrom('desktop' as const, 'desktop' as const, 'place' as const);
const which = fc.nat({ max: 5 });
const settings: fc.Arbitrary<AutoLockSettings> = fc.record({
  lockOnSleep: fc.boolean(),
  idleTimeoutSeconds: fc.constantFrom(null, null, 60, 300, 7201),
});
const of = <Kind extends Step['kind']>(kind: Kind) => ({ kind: fc.constant(kind) });
const stores: readonly LoginStore[] = [
  'login-keychain',
  'login-keychain',
  'other-keychain',
  'desktop-app',
  'file',
  'unknown',
];
const reports: readonly ReportKind[] = [
  'true',
  'true',
  'true',
  'true',
  'garbled',
  'from-the-future',
  'contradicts-itself',
  'unknown-member',
  'false',
];

const login: fc.Arbitrary<ModelLogin> = fc.record({
  tool: fc.constantFrom(...tools),
  store: fc.constantFrom(...stores),
  status: fc.constantFrom('valid', 'valid', 'renews-itself', 'signed-out', 'expired', 'unreadable'),
});

/** What happens by itself, or is done by others. */
const happens: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 12, arbitrary: fc.record({ ...of('time'), ms: fc.constantFrom(30, 400, 1_000, 5_000, 16_000, 61_000) }) },
  { weight: 1, arbitrary: fc.record({ ...of('time'), ms: fc.constant(130_000) }) },
  { weight: 1, arbitrary: fc.record({ ...of('sleep'), ms: fc.constantFrom(1_000, 600_000, 8 * 3_600_000) }) },
  { weight: 1, arbitrary: fc.record({ ...of('jump'), ms: fc.constantFrom(-3_600_000, -20_000, 20_000, 3_600_000) }) },
  { weight: 4, arbitrary: fc.record({ ...of('unlocked'), path, where, which }) },
  { weight: 4, arbitrary: fc.record({ ...of('locked'), path, where, which }) },
  { weight: 3, arbitrary: fc.record({ ...of('settings'), path, where, which, settings }) },
  { weight: 1, arbitrary: fc.record(of('removed')) },
  { weight: 2, arbitrary: fc.record({ ...of('created'), settings }) },
  { weight: 2, arbitrary: fc.record({ ...of('listed'), isListed: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...of('born'),
      what: fc.constantFrom('ssh', 'tmux-desktop', 'tmux-desktop', 'tmux-ssh', 'tmux-initial'),
      tellsBirth: fc.constantFrom(true, true, false),
      isOthers: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 3, arbitrary: fc.record({ ...of('dies'), which }) },
  { weight: 4, arbitrary: fc.record({ ...of('report'), which, report: fc.constantFrom(...reports) }) },
  { weight: 4, arbitrary: fc.record({ ...of('login'), login }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...of('access'),
      remoteLogin: fc.constantFrom('on', 'on', 'off'),
      sleepMinutes: fc.constantFrom(0, 0, 10),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...of('fault'),
      part: fc.constantFrom(...faultyParts),
      fault: fc.constantFrom('unread', 'throws', 'hangs'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ ...of('fault'), part: fc.constantFrom(...faultyParts), fault: fc.constant('none') }),
  },
  { weight: 1, arbitrary: fc.record({ ...of('slow'), isSlow: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ ...of('file-events'), come: fc.boolean() }) },
];

/** What the user does, with the app or to it. */
const isDone: readonly fc.WeightedArbitrary<Step>[] = [
  {
    weight: 2,
    arbitrary: fc.record({ ...of('power'), source: fc.constantFrom('ac', 'battery'), screenLocked: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ ...of('popover'), isVisible: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record(of('start')) },
  { weight: 1, arbitrary: fc.record(of('quit')) },
  { weight: 1, arbitrary: fc.record(of('kill')) },
  { weight: 4, arbitrary: fc.record({ ...of('click-unlock'), path }) },
  { weight: 2, arbitrary: fc.record({ ...of('click-lock'), path }) },
  {
    weight: 5,
    arbitrary: fc.record({ ...of('answer'), answer: fc.constantFrom('right', 'right', 'cancelled', 'wrong') }),
  },
  ...(
    ['click-lock-all', 'click-cancel', 'click-look', 'click-test-login', 'click-end-hold', 'click-undo'] as const
  ).map((kind): fc.WeightedArbitrary<Step> => ({ weight: 1, arbitrary: fc.record(of(kind)) })),
  { weight: 3, arbitrary: fc.record({ ...of('click-settings'), path, settings }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...of('click-hold'),
      paths: fc.constantFrom([loginPath], [loginPath], [workPath], [loginPath, workPath]),
      end: fc.constantFrom('soon', 'back', 'open', 'open'),
      relock: fc.constantFrom('as-before', 'as-before', 'always'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ ...of('click-decide'), path, decision: fc.constantFrom('put-back', 'leave') }) },
];

export const anyStep: fc.Arbitrary<Step> = fc.oneof(...happens, ...isDone);
