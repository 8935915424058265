import { describe, expect, it } from 'vitest';
import { parseItemAttributes } from '../../../electron/system/keychain/item-attributes';

const keychainPath = '/Users/test/Library/Keychains/login.keychain-db';
const printed = (itemClass: string, account: string | null): string =>
  [
    `keychain: "${keychainPath}"`,
    'version: 512',
    `class: ${itemClass}`,
    'attributes:',
    ...(account === null ? [] : [`    "acct"<blob>=${account}`]),
    '    "mdat"<timedate>=0x32303236303931303036313333325A00  "20260910061332Z\\000"',
    '',
  ].join('\n');

describe("an item's account", () => {
  it('is a text of no length where nothing is printed, as of the items that gh writes', () => {
    const read = parseItemAttributes(printed('"genp"', ''));
    expect(read).toMatchObject({ ok: true, value: { keychainPath, account: '' } });
  });

  it.each([
    ['is not there', '<NULL>'],
    ['is not named', null],
  ])('is none where it %s', (_what, account) => {
    expect(parseItemAttributes(printed('"genp"', account))).toMatchObject({ ok: true, value: { account: null } });
  });

  it.each(['"', 'alice'])('is garbled as %j', (account) => {
    expect(parseItemAttributes(printed('"genp"', account))).toMatchObject({ ok: false, code: 'garbled' });
  });
});

describe("an item's class", () => {
  it.each(['genp', 'inet'] as const)('is the one that was asked for: %s', (itemClass) => {
    const [own, other] = itemClass === 'genp' ? ['"genp"', '"inet"'] : ['"inet"', '"genp"'];
    expect(parseItemAttributes(printed(own, '"a"'), itemClass)).toMatchObject({ ok: true, value: { account: 'a' } });
    expect(parseItemAttributes(printed(other, '"a"'), itemClass)).toMatchObject({ ok: false, code: 'garbled' });
  });

  it.each(['', 'genp', '0x00001000 ', '"genp" '.repeat(2)])('is garbled as %j', (itemClass) => {
    expect(parseItemAttributes(printed(itemClass, '"a"'))).toMatchObject({ ok: false, code: 'garbled' });
  });
});
