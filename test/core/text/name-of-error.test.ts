import { describe, expect, it } from 'vitest';
import { messageOfError, nameOfError } from '../../../electron/core/text/name-of-error';

describe('what was thrown', () => {
  it.each<[string, unknown, string]>([
    ['an error', new RangeError('too long'), 'too long'],
    ['a text', 'too long', 'too long'],
    ['nothing', undefined, 'something that is no error'],
    ['an object that cannot be made a text', { toString: 1 }, 'something that is no error'],
    ['an error whose message is none', Object.assign(new Error('x'), { message: { toString: 1 } }), 'Error'],
  ])('says of itself, where it is %s', (_what, thrown, words) => {
    expect(messageOfError(thrown)).toBe(words);
  });

  it('is named without its message, which may quote a path', () => {
    expect(nameOfError(Object.assign(new Error('/Users/alice'), { code: 'ENOENT' }))).toBe('Error ENOENT');
  });
});
