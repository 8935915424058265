import { describe, expect, it } from 'vitest';
import { containing, sourceFiles } from './project-files';

const product = [...sourceFiles('electron'), ...sourceFiles('renderer')];

describe('lengths of time', () => {
  /** What may put a unit beside a number by itself, and why. */
  const exceptions: Readonly<Record<string, string>> = {
    'electron/core/credentials/expiry-thresholds.ts': 'names a choice as the settings do',
    'electron/core/history/last-day.ts': 'whole hours of a day’s strip, and half an hour as ½',
    'electron/core/time/format-moment.ts': 'is where lengths are put into words',
    'electron/tools/npm/registry-credential.ts': 'tells a date’s distance, in days',
  };

  it('are said the same everywhere: “2 h”, and nowhere “7200 s”', () => {
    const inWords = /\$\{[^}`]*\} ?(?:s|sec|seconds?|min|minutes?|h|hours?|d|days?)\b/;
    expect(containing(sourceFiles('electron'), inWords)).toEqual(Object.keys(exceptions));
  });
});

describe('times and dates', () => {
  it('are put into words by one folder, which is told how the system writes them', () => {
    const elsewhere = containing(product, /DateTimeFormat\((?!\)\.resolvedOptions)|toLocale(Time|Date)?String/);
    expect(elsewhere.filter((path) => !path.startsWith('electron/core/time/'))).toEqual([]);
  });

  it('of the app are never told without it: who makes its now gives the locale, or tells no time', () => {
    const made = containing(
      product.filter(({ path }) => /^(renderer|electron\/shell)\//.test(path)),
      /\{ ?nowMs[^}]*timeZone(?![^}]*locale)[^}]*\}/,
    );
    // When a length ends and where a day begins are no words, and the store's first value is never told.
    expect(made).toEqual([
      'electron/shell/settings/shortcut-presses.ts',
      'renderer/behaviour/use-last-day.ts',
      'renderer/store/use-local-now.ts',
    ]);
  });
});
