import { describe, expect, it } from 'vitest';
import { withoutTransportException, withoutUsageSentences } from '../../scripts/after-pack.cjs';

describe('what is done to Info.plist after packing', () => {
  it('takes the transport exception out with all that is nested in it', () => {
    const plist =
      '<dict><key>A</key><true/><key>NSAppTransportSecurity</key><dict><key>B</key><dict><key>C</key><dict/></dict></dict><key>D</key><dict></dict></dict>';
    expect(withoutTransportException(plist)).toBe('<dict><key>A</key><true/><key>D</key><dict></dict></dict>');
  });

  it('leaves a list without one as it is', () => {
    expect(withoutTransportException('<dict><key>A</key><true/></dict>')).toBe('<dict><key>A</key><true/></dict>');
  });

  it('refuses a list that is cut off', () => {
    expect(() => withoutTransportException('<key>NSAppTransportSecurity</key><dict>')).toThrow('does not end');
  });
});

describe('the sentences for permissions', () => {
  it.each([
    'NSCamera',
    'NSMicrophone',
    'NSBluetoothAlways',
    'NSBluetoothPeripheral',
    'NSAudioCapture',
    'NSSomethingNew',
  ])('of %s go, and their neighbours stay', (permission) => {
    const plist = `<dict><key>A</key><true/>\n<key>${permission}UsageDescription</key>\n <string>Why</string>\n<key>B</key></dict>`;
    expect(withoutUsageSentences(plist)).toBe('<dict><key>A</key><true/>\n<key>B</key></dict>');
  });
});
