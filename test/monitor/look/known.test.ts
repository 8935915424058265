import { expect, it } from 'vitest';
import { read, unread } from '../../../electron/core/words/reading';
import { createKnown, unreadOf } from '../../../electron/monitor/look/known';

it('what was not read whole is known, and told as unread since then, until it is whole again', () => {
  const known = createKnown<readonly string[]>();
  known.take(read(['one'], 'There is more than that.'), 1_000);
  known.take(read(['one', 'two'], 'There is more than that.'), 2_000);
  expect(known.value()).toEqual(['one', 'two']);
  expect(unreadOf('beacons', [known])).toEqual([
    {
      part: 'beacons',
      since: '1970-01-01T00:00:01.000Z',
      lastReadAt: '1970-01-01T00:00:02.000Z',
      reason: 'There is more than that.',
    },
  ]);
  known.take(read(['two']), 3_000);
  expect(unreadOf('beacons', [known])).toEqual([]);
  known.take(unread('It did not answer.'), 4_000);
  expect(known.value()).toEqual(['two']);
});
