import { expect, it } from 'vitest';
import { isOlderVersion } from '../../../electron/core/text/version-order';

it.each([
  ['0.1.0', '0.2.0', true],
  ['0.9.9', '0.10.0', true],
  ['1.0', '1.0.0', false],
  ['2.0.0', '1.9.9', false],
  ['v1.2.3', '1.2.4', true],
  ['1.2.3-beta', '1.2.3', false],
  ['1.2.3', 'latest', null],
  ['', '1.2.3', null],
])('%s is older than %s: %s', (version, than, isOlder) => {
  expect(isOlderVersion(version, than)).toBe(isOlder);
});
