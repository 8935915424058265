import { describe, expect, it } from 'vitest';
import { parseQuotedValue } from '../../../electron/system/children/quoted-value';
import { parseItemAttributes } from '../../../electron/system/keychain/item-attributes';
import { parseKeychainInfo } from '../../../electron/system/keychain/keychain-info-line';
import { parseKeychainPaths, parseOneKeychainPath } from '../../../electron/system/keychain/keychain-path-lines';

describe('a printed value', () => {
  it.each([
    ['"plain"', 'plain'],
    ['""', ''],
    ['<NULL>', null],
    ['"with \\134 and \\"quotes\\""', 'with \\ and \\"quotes\\"'],
    ['0x616C6963C3A9  "alic\\303\\251"', 'alicé'],
    ['"\\360\\237\\230\\200"', '😀'],
    ['"20260901081500Z\\000"', '20260901081500Z\0'],
    ['0xE5B1B1E794B0', '山田'],
    ['0xe5b1b1e794b0  "\\345\\261\\261\\347\\224\\260"', '山田'],
    ['0x00', '\0'],
    ['0x616C00  "al\\000"', 'al\0'],
    ['0xFFFE', '\uFFFD\uFFFD'],
    ['0x225C22  ""\\134""', '"\\"'],
  ])('reads %s', (printed, value) => {
    expect(parseQuotedValue(printed)).toEqual({ ok: true, value });
  });

  it.each(['', 'alice', '"open', '0x616 "odd"', '0xE5B', '0x', '0xZZ  "x"', '0x61 open"'])(
    'finds %j garbled',
    (printed) => {
      expect(parseQuotedValue(printed)).toMatchObject({ ok: false, code: 'garbled' });
    },
  );
});

describe('keychain paths', () => {
  it.each([
    ['spaces, quotation marks and emoji', '/Volumes/A disk/my "own" 🔑.keychain'],
    ['what looks like an escape', '/Users/alice/my \\100 box.keychain-db'],
    ['what looks like hexadecimal digits', '/0x2F  "/c/\\303\\251.db'],
    ['a line break', '/Users/alice/two\n    lines.keychain'],
    ['a quotation mark at a line break', '/Users/alice/"two"\nlines".keychain'],
    ['blanks and a backslash at its end', '/Users/alice/a\\ '],
  ])('are read as they are, with %s', (_what, path) => {
    expect(parseOneKeychainPath(`    "${path}"\n`)).toEqual({ ok: true, value: path });
    const login = '/Users/alice/Library/Keychains/login.keychain-db';
    for (const order of [
      [login, path, login],
      [path, login, path],
    ]) {
      const stdout = order.map((one) => `    "${one}"\n`).join('');
      expect(parseKeychainPaths(stdout)).toEqual({ ok: true, value: order });
    }
  });

  it('takes an empty search list for what it is', () => {
    expect(parseKeychainPaths('')).toEqual({ ok: true, value: [] });
  });

  it.each(['garbage', '    "relative"', '    <NULL>', '    "/a"\nnonsense', '    "/', '    "/a\0b"'])(
    'finds %j garbled',
    (stdout) => {
      expect(parseKeychainPaths(stdout)).toMatchObject({ ok: false, code: 'garbled' });
    },
  );

  it.each(['', '    "/a"\n    "/b"\n'])('finds %j garbled where one path is expected', (stdout) => {
    expect(parseOneKeychainPath(stdout)).toMatchObject({ ok: false, code: 'garbled' });
  });
});

const printedItem = (changes: Record<string, string> = {}): string => {
  const lines: Record<string, string> = {
    keychain: 'keychain: "/Users/test/Library/Keychains/login.keychain-db"',
    version: 'version: 512',
    class: 'class: "genp"',
    attributes: 'attributes:',
    label: '    0x00000007 <blob>="Claude Code-credentials"',
    empty: '    0x00000008 <blob>=<NULL>',
    acct: '    "acct"<blob>="test"',
    cdat: '    "cdat"<timedate>=0x32303236303930313038313530305A00  "20260901081500Z\\000"',
    mdat: '    "mdat"<timedate>=0x32303236303931303036313333325A00  "20260910061332Z\\000"',
    svce: '    "svce"<blob>="Claude Code-credentials"',
    ...changes,
  };
  return `${Object.values(lines).join('\n')}\n`;
};

describe('the attributes of an item', () => {
  it('reads account and times in UTC', () => {
    expect(parseItemAttributes(printedItem())).toEqual({
      ok: true,
      value: {
        keychainPath: '/Users/test/Library/Keychains/login.keychain-db',
        account: 'test',
        createdAt: Date.UTC(2026, 8, 1, 8, 15, 0),
        modifiedAt: Date.UTC(2026, 8, 10, 6, 13, 32),
      },
    });
  });

  it('reads the printed text where there is no hex, an account in bytes and a missing time', () => {
    const stdout = printedItem({
      acct: '    "acct"<blob>=0x616CC3A9  "al\\303\\251"',
      cdat: '    "cdat"<timedate>=<NULL>',
      mdat: '    "mdat"<timedate>="20260910061332Z\\000"',
    });
    expect(parseItemAttributes(stdout)).toMatchObject({
      ok: true,
      value: { account: 'alé', createdAt: null, modifiedAt: Date.UTC(2026, 8, 10, 6, 13, 32) },
    });
  });

  it('reads an internet password where that is what was asked for', () => {
    const stdout = printedItem({ class: 'class: "inet"', svce: '    "srvr"<blob>="github.com"' });
    expect(parseItemAttributes(stdout, 'inet')).toMatchObject({ ok: true, value: { account: 'test' } });
    expect(parseItemAttributes(printedItem(), 'inet')).toMatchObject({ ok: false, code: 'garbled' });
  });

  it.each([
    ['no printable byte', '0xE5B1B1E794B0  ', '山田'],
    ['a NUL at its end', '0x616C69636500  "alice\\000"', 'alice'],
    ['bytes that are no UTF-8', '0x616CFF  "al\\377"', 'al\uFFFD'],
    ['an escape sequence', '0x1B5B316D61  "\\033[1ma"', '\u001B[1ma'],
  ])('reads an account with %s', (_what, acct, account) => {
    const stdout = printedItem({ acct: `    "acct"<blob>=${acct}` });
    expect(parseItemAttributes(stdout)).toMatchObject({ ok: true, value: { account } });
  });

  it.each([
    ['nothing', ''],
    ['half a byte', printedItem({ acct: '    "acct"<blob>=0xE5B1B' })],
    ['another class', printedItem({ class: 'class: "inet"' })],
    ['no keychain', printedItem({ keychain: '' })],
    ['a thirteenth month', printedItem({ mdat: '    "mdat"<timedate>="20261310061332Z\\000"' })],
    ['a time that is none', printedItem({ mdat: '    "mdat"<timedate>="yesterday"' })],
    ['a value cut short', printedItem({ acct: '    "acct"<blob>="te' })],
    ['binary', '\0\u0001\u0002'],
  ])('finds %s garbled', (_what, stdout) => {
    expect(parseItemAttributes(stdout)).toMatchObject({ ok: false, code: 'garbled' });
  });
});

describe('the line of show-keychain-info', () => {
  it.each([
    ['no-timeout', { lockOnSleep: false, idleTimeoutSeconds: null }],
    ['lock-on-sleep no-timeout', { lockOnSleep: true, idleTimeoutSeconds: null }],
    ['timeout=300s', { lockOnSleep: false, idleTimeoutSeconds: 300 }],
    ['lock-on-sleep use-lock-interval timeout=3600s', { lockOnSleep: true, idleTimeoutSeconds: 3600 }],
  ])('reads %s', (words, value) => {
    expect(parseKeychainInfo(`Keychain "/a "b" 🔑.keychain" ${words}\n`)).toEqual({ ok: true, value });
  });

  it.each(['', 'Keychain no-timeout', 'Keychain "/a" timeout=soon', 'Keychain "/a"'])('finds %j garbled', (stderr) => {
    expect(parseKeychainInfo(stderr)).toMatchObject({ ok: false, code: 'garbled' });
  });
});
