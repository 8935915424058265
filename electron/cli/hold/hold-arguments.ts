import { longestMinutesAway, parseHoldLength } from '../../core/hold/hold-times';
import { failure, type Outcome, success } from '../../core/outcome';

/** The end as it was typed; which moment that is, the clock says when the hold begins. */
export type HoldEndWish =
  | { readonly kind: 'after'; readonly lengthMs: number }
  | { readonly kind: 'clock'; readonly clock: string }
  | { readonly kind: 'tonight' }
  | { readonly kind: 'back'; readonly afterMinutesAway: number };

export type HoldCommand = { readonly name: 'hold' } & (
  | { readonly step: 'show'; readonly json: boolean }
  | {
      readonly step: 'start';
      readonly end: HoldEndWish;
      readonly keepAwake: boolean;
      readonly relock: boolean;
      readonly keychainPath?: string;
    }
  | { readonly step: 'end'; readonly relock: boolean }
  | { readonly step: 'resolve'; readonly decision: 'put-back' | 'leave'; readonly keychainPath?: string }
);

export const holdOptions = {
  until: { type: 'string' },
  away: { type: 'string' },
  'keep-awake': { type: 'boolean' },
  relock: { type: 'boolean' },
  end: { type: 'boolean' },
  'put-back': { type: 'boolean' },
  leave: { type: 'boolean' },
} as const;

interface Values {
  readonly until?: string | undefined;
  readonly away?: string | undefined;
  readonly keychain?: string | undefined;
  readonly 'keep-awake'?: boolean | undefined;
  readonly relock?: boolean | undefined;
  readonly end?: boolean | undefined;
  readonly 'put-back'?: boolean | undefined;
  readonly leave?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** What goes with what: each step has its own options, and there is one step. */
const optionsOf: Readonly<Record<HoldCommand['step'], readonly (keyof Values)[]>> = {
  show: ['json'],
  start: ['until', 'away', 'keep-awake', 'relock', 'keychain'],
  end: ['end', 'relock'],
  resolve: ['put-back', 'leave', 'keychain'],
};

const stepOf = (values: Values, length: string | undefined): HoldCommand['step'] => {
  if (values.end) return 'end';
  if (values['put-back'] || values.leave) return 'resolve';
  const wanted = optionsOf.start.filter((name) => values[name] !== undefined);
  return length !== undefined || wanted.length > 0 ? 'start' : 'show';
};

/** @param words those after `hold`: `4h`, `tonight`, `until 18:30` */
export const holdOf = (given: Values, words: readonly string[]): Outcome<HoldCommand, 'usage'> => {
  const named = endInWords(words);
  if (!named.ok) return named;
  const { length, until } = named.value;
  if (until !== undefined && given.until !== undefined) return failure('usage', 'Say one end, not two.');
  return holdWith(until === undefined ? given : { ...given, until }, length);
};

type EndInWords = { readonly length: string | undefined; readonly until: string | undefined };

/** `until 18:30`, `tonight`, `back` and `18:30` are what `--until` takes; everything else is a length. */
const endInWords = ([first, second]: readonly string[]): Outcome<EndInWords, 'usage'> => {
  if (first === 'until') {
    return second === undefined
      ? failure('usage', 'Say until when, such as until 18:30, or tonight, or back.')
      : success({ length: undefined, until: second });
  }
  if (second !== undefined) return failure('usage', `“${second}” is one word too many.`);
  const isEnd = first === 'tonight' || first === 'back' || /^\d{1,2}:\d{2}$/.test(first ?? '');
  return success(isEnd ? { length: undefined, until: first } : { length: first, until: undefined });
};

const holdWith = (values: Values, length: string | undefined): Outcome<HoldCommand, 'usage'> => {
  const step = stepOf(values, length);
  const stray = (Object.keys(values) as (keyof Values)[]).find((option) => !optionsOf[step].includes(option));
  if (stray !== undefined) return failure('usage', `--${stray} does not go with the rest.`);
  if (length !== undefined && step !== 'start') return failure('usage', `“${length}” does not go with the rest.`);
  const keychain = values.keychain === undefined ? {} : { keychainPath: values.keychain };
  switch (step) {
    case 'show':
      return success({ name: 'hold', step, json: values.json ?? false });
    case 'end':
      return success({ name: 'hold', step, relock: values.relock ?? false });
    case 'resolve':
      if (values['put-back'] && values.leave) return failure('usage', 'Give either --put-back or --leave.');
      return success({ name: 'hold', step, decision: values.leave ? 'leave' : 'put-back', ...keychain });
    case 'start': {
      const end = endOf(values, length);
      if (!end.ok) return end;
      const { 'keep-awake': keepAwake = false, relock = false } = values;
      return success({ name: 'hold', step, end: end.value, keepAwake, relock, ...keychain });
    }
  }
};

const usualMinutesAway = 10;

const endOf = ({ until, away }: Values, length: string | undefined): Outcome<HoldEndWish, 'usage'> => {
  if ((length === undefined) === (until === undefined))
    return failure('usage', 'Say how long, such as 4h, or --until a time.');
  if (away !== undefined && until !== 'back') return failure('usage', '--away goes with --until back.');
  if (length !== undefined) {
    const parsed = parseHoldLength(length);
    return parsed.ok ? success({ kind: 'after', lengthMs: parsed.value }) : failure('usage', parsed.reason);
  }
  if (until === 'tonight') return success({ kind: 'tonight' });
  if (until === 'back') return backAfter(away);
  if (until !== undefined && /^([01]?\d|2[0-3]):[0-5]\d$/.test(until)) return success({ kind: 'clock', clock: until });
  return failure('usage', `--until takes a time such as 18:30, or tonight, or back, not “${until}”.`);
};

const backAfter = (away: string | undefined): Outcome<HoldEndWish, 'usage'> => {
  const parsed = away === undefined ? success(usualMinutesAway * 60_000) : parseHoldLength(away);
  if (!parsed.ok) return failure('usage', parsed.reason);
  const afterMinutesAway = Math.ceil(parsed.value / 60_000);
  return afterMinutesAway > longestMinutesAway
    ? failure('usage', '--away takes a day at most.')
    : success({ kind: 'back', afterMinutesAway });
};
