import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, type Outcome, success } from '../../../electron/core/outcome';
import { defaultPreferences } from '../../../electron/core/preferences/preferences';
import { followNewVersions, type NewVersions } from '../../../electron/shell/settings/new-version';

const dayMs = 24 * 60 * 60_000;

describe('a newer Latchkey', () => {
  let isWanted: boolean;
  let change: () => void;
  let answer: Outcome<string>;
  let signals: AbortSignal[];
  let versions: NewVersions;
  const shown = vi.fn();
  const ask = vi.fn((signal: AbortSignal) => {
    signals.push(signal);
    return Promise.resolve(answer);
  });
  const switchTo = async (on: boolean): Promise<void> => {
    isWanted = on;
    change();
    await vi.advanceTimersByTimeAsync(0);
  };
  const follow = (asked: typeof ask | null): NewVersions => {
    const preferences = {
      current: () => ({ ...defaultPreferences, newVersions: isWanted }),
      subscribe: (listener: () => void) => {
        change = listener;
      },
    };
    return followNewVersions({ ask: asked, preferences, version: '0.1.0' });
  };

  beforeEach(() => {
    vi.useFakeTimers();
    vi.clearAllMocks();
    isWanted = false;
    signals = [];
    change = () => undefined;
    answer = success('0.2.0');
    versions = follow(ask);
    versions.subscribe(shown);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is not asked for until the user wants it', async () => {
    await vi.advanceTimersByTimeAsync(3 * dayMs);
    expect([ask.mock.calls, versions.current()]).toEqual([[], { kind: 'not-asked' }]);
  });

  it('is asked for at once and then once a day', async () => {
    await switchTo(true);
    expect(versions.current()).toEqual({ kind: 'newer', version: '0.2.0' });
    await vi.advanceTimersByTimeAsync(3 * dayMs);
    expect(ask).toHaveBeenCalledTimes(4);
  });

  it.each([
    ['the same', success('0.1.0'), { kind: 'newest' }],
    ['an older one', success('0.0.9'), { kind: 'newest' }],
    ['none', failure('not-answered', 'github.com was not reached'), { kind: 'not-known', reason: expect.any(String) }],
  ])('where the answer is %s, that is what is shown', async (_what, given, expected) => {
    answer = given;
    await switchTo(true);
    expect(versions.current()).toEqual(expected);
    expect(shown).toHaveBeenCalledOnce();
  });

  it('is forgotten, and an answer under way with it, once the user does not want it any more', async () => {
    ask.mockImplementationOnce((signal) => {
      signals.push(signal);
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(success('9.9.9'))));
    });
    await switchTo(true);
    await switchTo(false);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    await vi.advanceTimersByTimeAsync(3 * dayMs);
    expect([ask.mock.calls.length, versions.current()]).toEqual([1, { kind: 'not-asked' }]);
  });

  it('is nothing that a build can ask for which does not know where it is published', async () => {
    versions = follow(null);
    await switchTo(true);
    expect(versions.current()).toEqual({ kind: 'not-published' });
  });
});
