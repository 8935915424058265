import { execFileSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { parsePropertyList } from '../../../electron/tools/formats/property-list';

const settings = {
  env: { ANTHROPIC_API_KEY: 'a < b & "c"', EMPTY: '' },
  apiKeyHelper: `/usr/local/bin/schlüssel ${'x'.repeat(300)}`,
  isOn: true,
  isOff: false,
  list: ['one', { two: 'three' }, []],
  nothing: {},
};

/** As Python writes it, which is what configuration profiles are often made with. */
const written = (format: 'BINARY' | 'XML', value: unknown = settings): Buffer =>
  execFileSync(
    'python3',
    [
      '-c',
      `import json, plistlib, sys; sys.stdout.buffer.write(plistlib.dumps(json.load(sys.stdin), fmt=plistlib.FMT_${format}))`,
    ],
    { input: JSON.stringify(value) },
  );

describe('a property list', () => {
  it.each(['BINARY', 'XML'] as const)('is read as %s', (format) => {
    expect(parsePropertyList(written(format))).toEqual(settings);
  });

  it('is none where it is cut short anywhere', () => {
    for (const format of ['BINARY', 'XML'] as const) {
      const whole = written(format);
      const end = format === 'XML' ? whole.indexOf('</plist>') : whole.length - 1;
      for (let length = 0; length < end; length += 1) expect(parsePropertyList(whole.subarray(0, length))).toBeNull();
    }
  });

  it('never goes on for ever, whichever byte of it is another', () => {
    const whole = written('BINARY', { env: { a: 'b' }, list: [1, 2] });
    for (let at = 0; at < whole.length; at += 1) {
      for (const byte of [0, 0xff, 0xdf, 0xaf, 1]) {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        const value = parsePropertyList(damaged);
        expect(value === null || typeof value === 'object').toBe(true);
      }
    }
  });

  it('is none, without a word on the console, where a length is no whole number', () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const damaged = written('BINARY', { long: 'x'.repeat(300) });
    // A long text: 0x5f, then an integer (0x1…) of as many bytes as it says.
    const at = damaged.indexOf(Buffer.from([0x5f, 0x11]));
    damaged[at + 1] = 0x21;
    expect(parsePropertyList(damaged)).toBeNull();
    expect(said).not.toHaveBeenCalled();
    console.error('as before');
    expect(said).toHaveBeenCalledOnce();
  });

  it('is read, or is none, however deep it nests, and never throws', () => {
    const nested = (depth: number): object => (depth === 0 ? {} : { a: nested(depth - 1) });
    for (const format of ['BINARY', 'XML'] as const)
      expect(parsePropertyList(written(format, nested(40)))).toEqual(nested(40));
    const endless = `<plist>${'<dict><key>a</key>'.repeat(50_000)}${'</dict>'.repeat(50_000)}</plist>`;
    expect(() => parsePropertyList(Buffer.from(endless))).not.toThrow();
  });

  it('has no entity expanded', () => {
    const bomb = '<!DOCTYPE plist [<!ENTITY a "b">]><plist><dict><key>a</key><string>&a;</string></dict></plist>';
    expect(JSON.stringify(parsePropertyList(Buffer.from(bomb)))).not.toContain('"b"');
  });

  it('is none beyond a mebibyte', () => {
    const large = `<plist><dict><key>a</key><string>${'x'.repeat(2 ** 20)}</string></dict></plist>`;
    expect(parsePropertyList(Buffer.from(large))).toBeNull();
    expect(parsePropertyList(Buffer.from(large.replace(/x{1024}/, '')))).not.toBeNull();
  });

  it.each([
    '',
    '{}',
    '<plist/>',
    '<plist><string>x</string></plist>',
    '<plist><dict><string>x</string></dict></plist>',
  ])('is not %j', (text) => {
    expect(parsePropertyList(Buffer.from(text))).toBeNull();
  });
});
