import { describe, expect, it } from 'vitest';
import type { ToolId } from '../../electron/tools/registry';
import { secretFields, secretsIn } from './canaries';
import { loginsOf, manyLogins } from './many-logins';

const textOf = (fixture: unknown): string => {
  const text = JSON.stringify(fixture);
  const decoded = (text.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? []).map((run) => Buffer.from(run, 'base64').toString());
  return [text, ...decoded].join('\n');
};
/** A codesign key is opened by a password of its keychain, which belongs to no tool. */
const fixtureOf = (tool: ToolId): string =>
  textOf(tool === 'codesign' ? manyLogins.keychains.map(({ password }) => password) : loginsOf[tool]);

describe('the Mac with a login of each tool', () => {
  it.each(Object.entries(secretFields) as [ToolId, readonly string[]][])(
    'has a canary in every secret field of %s, and each once',
    (tool, fields) => {
      expect(fields.length).toBeGreaterThan(0);
      expect(new Set(fields).size).toBe(fields.length);
      const text = fixtureOf(tool);
      const found = [...text.matchAll(new RegExp(`CANARY-\\w+-${tool}-([a-z-]+)`, 'g'))].map(([, field = '']) => field);
      expect([...new Set(found)].sort()).toEqual([...fields].sort());
    },
  );

  it.each([
    ['as it is', (secret: string) => secret],
    ['in base64, wherever it begins', (secret: string) => Buffer.from(`a:${secret}`).toString('base64')],
    ['in base64 for an address', (secret: string) => Buffer.from(`{"a":"${secret}"}`).toString('base64url')],
    ['in hexadecimal', (secret: string) => Buffer.from(secret).toString('hex')],
  ])('has secrets that are recognised %s', (_form, write) => {
    expect(secretsIn(`before ${write('CANARY-hRq3ZkWv-gh-item')} after`)).toHaveLength(1);
    expect(secretsIn(`before ${write('CANARY-another-gh-item')} after`)).toEqual([]);
  });
});
