import { describe, expect, it } from 'vitest';
import { watch } from '../watched-notifications';

describe('a storm', () => {
  it('of a thousand transitions in a minute ends in at most three, each true when it was told', () => {
    const { announced, look } = watch();
    look(0, {});
    const minuteOfFlap = (flap: number) => 1 + flap / 1_000;
    for (let flap = 0; flap < 1_000; flap += 1) {
      // Now and then it stays long enough for a second look to confirm it.
      const state = flap % 50 < 40 ? 'locked' : flap % 2 === 0 ? 'locked' : 'unlocked';
      const { announcements, present } = look(minuteOfFlap(flap), { state });
      for (const { key } of announcements) expect(present.map((one) => one.key)).toContain(key);
    }
    expect(announced).toHaveLength(3);
  });

  it('leaves what still holds afterwards to be told a minute later', () => {
    const { announced, look } = watch();
    look(0, {});
    for (let flap = 0; flap < 5; flap += 1) {
      look(1 + flap / 10, { state: 'locked' });
      look(1.04 + flap / 10, { state: 'locked' });
      if (flap < 4) look(1.05 + flap / 10, { state: 'unlocked' });
    }
    expect(announced).toHaveLength(3);
    look(1.6, { state: 'locked' });
    expect(announced).toHaveLength(3);
    look(2.3, { state: 'locked' });
    expect(announced).toHaveLength(4);
  });
});

describe('what is not wanted', () => {
  it('is not told, and is no news when it is wanted again', () => {
    const { announced, look } = watch();
    look(0, {});
    for (const minute of [1, 2]) look(minute, { state: 'locked', isWanted: false });
    for (const minute of [3, 4]) look(minute, { state: 'locked' });
    expect(announced).toEqual([]);
  });
});
