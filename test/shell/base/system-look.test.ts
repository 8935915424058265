import { describe, expect, it } from 'vitest';
import { createSystemLook } from '../../../electron/shell/base/system-look';

const look = (region: string, switched: string | null = null, platform: NodeJS.Platform = 'darwin') =>
  createSystemLook(
    { getLocaleCountryCode: () => region },
    {
      getAccentColor: () => 'a550a7ff',
      getUserDefault: ((name: string) => name === switched) as never,
    },
    platform,
  );

describe('how the system writes times', () => {
  it.each([
    ['US', null, 'en-US'],
    ['DE', null, 'en-DE'],
    ['US', 'AppleICUForce24HourTime', 'en-US-u-hc-h23'],
    ['DE', 'AppleICUForce12HourTime', 'en-DE-u-hc-h12'],
    ['', null, 'en-GB'],
    ['419', null, 'en-GB'],
    ['', 'AppleICUForce12HourTime', 'en-GB-u-hc-h12'],
  ])('region “%s”, switch %s: %s', (region, switched, locale) => {
    expect(look(region, switched).locale()).toBe(locale);
    expect(() => new Intl.DateTimeFormat(locale)).not.toThrow();
  });

  it('asks for no switch where there is none', () => {
    expect(look('US', 'AppleICUForce24HourTime', 'linux').locale()).toBe('en-US');
  });
});

describe('the system’s accent colour', () => {
  it('is that of a Mac, and none elsewhere', () => {
    expect(look('US').accentColor()).toBe('a550a7ff');
    expect(look('US', null, 'linux').accentColor()).toBeNull();
  });
});
