import { describe, expect, it } from 'vitest';
import { type Look, minuteMs, play, start, watch } from '../watched-notifications';

const locked = 'The keychain is locked';
const soon = 'The keychain may lock within 5 minutes';

describe('announce', () => {
  it.each<[string, readonly Look[], readonly string[]]>([
    [
      'locked under a client: once, at the second look',
      [
        [0, 'unlocked', 1],
        [1, 'locked', 1],
        [2, 'locked', 1],
        [3, 'locked', 1],
      ],
      [`2 ${locked}`],
    ],
    [
      'what is there at the first look is no news',
      [
        [0, 'locked', 1],
        [1, 'locked', 1],
        [2, 'locked', 1],
      ],
      [],
    ],
    [
      'nobody is attached',
      [
        [0, 'unlocked', 0],
        [1, 'locked', 0],
        [2, 'locked', 0],
      ],
      [],
    ],
    [
      'a blink that the second look does not confirm',
      [
        [0, 'unlocked', 1],
        [1, 'locked', 1],
        [2, 'unlocked', 1],
        [3, 'locked', 1],
      ],
      [],
    ],
    [
      'unknown is no alarm',
      [
        [0, 'unlocked', 1],
        [1, 'unknown', 1],
        [2, 'unknown', 1],
      ],
      [],
    ],
    [
      'each new event is told',
      [
        [0, 'unlocked', 1],
        [1, 'locked', 1],
        [2, 'locked', 1],
        [3, 'unlocked', 1],
        [4, 'locked', 1],
        [5, 'locked', 1],
      ],
      [`2 ${locked}`, `5 ${locked}`],
    ],
    [
      'a client that attaches to a locked desktop',
      [
        [0, 'locked', 0],
        [1, 'locked', 1],
        [2, 'locked', 1],
      ],
      [`2 ${locked}`],
    ],
  ])('%s', (_name, looks, expected) => {
    expect(play(looks)).toEqual(expected);
  });

  it('says nothing of a lock that the user has just clicked', () => {
    const looks: readonly Look[] = [
      [0, 'unlocked', 1],
      [1, 'locked', 1],
      [2, 'locked', 1],
    ];
    expect(play(looks, { ownLockAt: start + minuteMs - 500 })).toEqual([]);
  });

  it('warns once when the earliest moment of locking is five minutes away', () => {
    const looks: readonly Look[] = [
      [0, 'locked', 0],
      [1, 'unlocked', 1],
      [8, 'unlocked', 1],
      [11, 'unlocked', 1],
      [12, 'unlocked', 1],
      [13, 'unlocked', 1],
    ];
    expect(play(looks, { idleTimeoutSeconds: 15 * 60 })).toEqual([`12 ${soon}`]);
  });

  it('counts from its own start when it found the keychain unlocked: nobody is known to have used it since', () => {
    const looks: readonly Look[] = [
      [0, 'unlocked', 1],
      [9, 'unlocked', 1],
      [12, 'unlocked', 1],
      [14, 'unlocked', 1],
      [16, 'unlocked', 1],
    ];
    expect(play(looks, { idleTimeoutSeconds: 15 * 60 })).toEqual([`14 ${soon}`]);
  });

  it('tells of a short timeout at its half, not right after the unlock', () => {
    const looks: readonly Look[] = [
      [0, 'locked', 1],
      [1, 'unlocked', 1],
      [2, 'unlocked', 1],
      [4, 'unlocked', 1],
      [5, 'unlocked', 1],
    ];
    expect(play(looks, { idleTimeoutSeconds: 5 * 60 })).toEqual(['5 The keychain may lock soon']);
  });

  it('counts from when a timeout was changed, which starts the timer anew', () => {
    const { announced, look } = watch();
    look(0, { idleTimeoutSeconds: null });
    look(50, { idleTimeoutSeconds: 60 * 60 });
    for (const minute of [56, 58, 104]) look(minute, { idleTimeoutSeconds: 60 * 60 });
    expect(announced).toEqual([]);
    for (const minute of [106, 108, 109]) look(minute, { idleTimeoutSeconds: 60 * 60 });
    expect(announced).toEqual([`108 ${soon}`]);
  });
});

describe('one event', () => {
  it.each<[string, readonly Look[], readonly string[]]>([
    [
      'stays one while its client leaves and returns',
      [
        [0, 'unlocked', 1],
        [1, 'locked', 1],
        [2, 'locked', 1],
        [3, 'locked', 0],
        [4, 'locked', 1],
        [5, 'locked', 1],
      ],
      [`2 ${locked}`],
    ],
    [
      'stays one when a look in between could not tell',
      [
        [0, 'unlocked', 1],
        [1, 'locked', 1],
        [2, 'locked', 1],
        [3, 'unknown', 1],
        [4, 'locked', 1],
        [5, 'locked', 1],
      ],
      [`2 ${locked}`],
    ],
    [
      'is not confirmed by a look that follows at once',
      [
        [0, 'unlocked', 1],
        [1, 'locked', 1],
        [1.01, 'locked', 1],
        [1.02, 'unlocked', 1],
      ],
      [],
    ],
    [
      'is not confirmed by a clock that was set back',
      [
        [0, 'unlocked', 1],
        [5, 'locked', 1],
        [2, 'locked', 1],
        [2.01, 'locked', 1],
        [2.1, 'locked', 1],
      ],
      [`2.1 ${locked}`],
    ],
  ])('%s', (_name, looks, expected) => {
    expect(play(looks)).toEqual(expected);
  });

  it('that the user has done stays no news, also when a later click of Lock changes nothing', () => {
    const { announced, look } = watch();
    look(0, {});
    for (const minute of [1, 2, 60, 61]) {
      look(minute, { state: 'locked', ownLockAt: start + (minute < 60 ? 1 : 60) * minuteMs });
    }
    expect(announced).toEqual([]);
  });

  it('is present for as long as it holds, in the words of now', () => {
    const { look } = watch();
    look(0, {});
    expect(look(1, { state: 'locked' }).present).toEqual([
      expect.objectContaining({ body: expect.stringMatching(/^One remote client shares/) }),
    ]);
    expect(look(2, { state: 'locked', remoteClients: 3 }).present).toEqual([
      expect.objectContaining({ body: expect.stringMatching(/^3 remote clients share/) }),
    ]);
    expect(look(3, { state: 'unlocked' }).present).toEqual([]);
  });

  it('is told once, however often the state flaps without being confirmed', () => {
    const { announced, look } = watch();
    look(0, {});
    for (let flap = 0; flap < 1_000; flap += 1) look(1 + flap / 60, { state: flap % 2 === 0 ? 'locked' : 'unlocked' });
    expect(announced).toEqual([]);
    for (let flap = 0; flap < 1_000; flap += 1) look(30 + flap / 60, { state: 'locked', remoteClients: flap % 4 });
    expect(announced).toHaveLength(1);
  });
});
