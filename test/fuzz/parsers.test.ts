import { expect, it } from 'vitest';
import { parsers } from './registry';
import { tryParser } from './try-parser';

/** Fixed, so that what was right is right again. `npm run soak -- parsers` takes new ones, and a million cases of each. */
const trial = { seed: 20260910, cases: 30, longEach: 30, longest: 64 * 1024 };

it.each(parsers.map((parser) => [parser.name, parser] as const))(
  '%s reads whatever there is, without throwing, at little cost, and makes nothing up',
  async (_name, parser) => {
    const { cases, failure } = await tryParser(parser, trial);
    expect(failure).toBeNull();
    expect(cases).toBe(trial.cases);
  },
);
