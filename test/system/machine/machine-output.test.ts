import { describe, expect, it } from 'vitest';
import { simulatedTime } from '../../../electron/system/mac/simulated-mac';
import { parseDisabledServices } from '../../../electron/system/machine/launchd-service';
import { parseSystemSleep, parseSystemSleepMinutes } from '../../../electron/system/machine/power-settings';

const powerSettings = (sleepLine: string, before = ''): string =>
  [
    before,
    'Currently in use:',
    ' standby              1',
    ' Sleep On Power Button 1',
    ' networkoversleep     0',
    ' disksleep            10',
    sleepLine,
    ' displaysleep         5 (display sleep prevented by zoom.us)',
    ' womp                 1',
    '',
  ].join('\n');

describe('pmset -g', () => {
  it.each([
    ['a number', powerSettings(' sleep                1'), 1],
    ['never', powerSettings(' sleep                0'), 0],
    ['what prevents it', powerSettings(' sleep                15 (sleep prevented by sharingd, coreaudiod)'), 15],
    [
      'a reason that is cut',
      powerSettings(` sleep                1 (sleep prevented by ${'coreaudiod, '.repeat(21)}corea`),
      1,
    ],
    [
      'reasons that are cut on several lines',
      powerSettings(' sleep                0 (sleep prevented by powerd, caff').replace('zoom.us)', 'zoom.us, (x) "y'),
      0,
    ],
    ['a reason cut inside a character', powerSettings(' sleep                7 (sleep prevented by Rädio, R\uFFFD'), 7],
    [
      'a reason that belongs to the display alone',
      powerSettings(' sleep                30').replace('display sleep prevented', 'sleep prevented'),
      30,
    ],
    ['a value below nothing', powerSettings(' sleep                -1'), 'unknown'],
    ['a value beyond all minutes', powerSettings(' sleep                99999999999999999999'), 'unknown'],
    ['a value and something else', powerSettings(' sleep                1 minute'), 'unknown'],
    ['no value, and one on the next line', powerSettings(' sleep\n 5'), 'unknown'],
    [
      'sleep that is disabled',
      powerSettings(' sleep                1', 'System-wide power settings:\n SleepDisabled\t\t1'),
      0,
    ],
    [
      'sleep that is not disabled',
      powerSettings(' sleep                1', 'System-wide power settings:\n SleepDisabled\t\t0'),
      1,
    ],
    ['no such line', powerSettings(' hibernatemode        3'), 'unknown'],
    ['a value that is none', powerSettings(' sleep                soon'), 'unknown'],
    ['nothing', '', 'unknown'],
    ['only other settings', ' sleep                1\n', 'unknown'],
  ])('with %s', (_what, stdout, minutes) => {
    expect(parseSystemSleepMinutes(stdout)).toBe(minutes);
  });
});

const custom = (battery: string | null, ac: string): string =>
  [
    ...(battery === null ? [] : ['Battery Power:', ' standby              1', battery]),
    'AC Power:',
    ' womp    1',
    ac,
    '',
  ].join('\n');

describe('pmset -g custom', () => {
  const sleep = (minutes: string) => ` sleep                ${minutes}`;
  const onAc = "Now drawing from 'AC Power'\n";
  const onBattery = "Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t80%; discharging\n";

  it.each([
    [
      'both sources',
      custom(sleep('10'), sleep('0')),
      onBattery,
      { source: 'battery', acMinutes: 0, batteryMinutes: 10 },
    ],
    ['no battery', custom(null, sleep('30')), onAc, { source: 'ac', acMinutes: 30, batteryMinutes: 'no-battery' }],
    [
      'what prevents it',
      custom(sleep('1 (sleep prevented by sharingd)'), sleep('2')),
      null,
      { source: 'unknown', acMinutes: 2, batteryMinutes: 1 },
    ],
    [
      'a value that is none',
      custom(sleep('soon'), sleep('2')),
      '',
      { source: 'unknown', acMinutes: 2, batteryMinutes: 'unknown' },
    ],
    ['nothing', '', onAc, null],
    ['garbage', 'AC Power is good\n sleep 1', onAc, null],
  ] as const)('with %s', (_what, stdout, source, expected) => {
    expect(parseSystemSleep(stdout, source)).toEqual(expected);
  });
});

describe('launchctl print-disabled', () => {
  it.each([
    ['\t"com.openssh.sshd" => enabled', 'on'],
    ['\t"com.openssh.sshd" => disabled', 'off'],
    ['\t"com.openssh.sshd" => false', 'on'],
    ['\t"com.openssh.sshd" => true', 'off'],
    ['\t"com.openssh.sshd.other" => enabled', 'unknown'],
    ['', 'unknown'],
    ['garbage', 'unknown'],
  ])('%j is %s', (line, state) => {
    const service = parseDisabledServices(`disabled services = {\n${line}\n}\n`, 'com.openssh.sshd');
    expect(service.kind === 'read' ? service.value : 'unknown').toBe(state);
  });
});

describe("the simulated Mac's clock", () => {
  it.each([
    ['ticks', '1000 500', 1_300],
    ['stands', '1000 -', 1_000],
    ['ticks, with a line break', '1000 500\n', 1_300],
    ['says neither', 'soon', 800],
    ['is not there', '', 800],
  ])('when it %s', (_what, file, now) => {
    expect(simulatedTime(file, 800)).toBe(now);
  });
});
