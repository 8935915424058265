import { describe, expect, it } from 'vitest';
import { containing, sourceFiles } from './project-files';

const product = [...sourceFiles('electron'), ...sourceFiles('renderer')];

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
