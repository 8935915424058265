import { describe, expect, it } from 'vitest';
import { missingFromLockfile } from '../../scripts/check-lockfile.mjs';

describe('the lockfile check', () => {
  it('names an optional package that is asked for and not held', () => {
    const packages = {
      'node_modules/tool': { optionalDependencies: { '@tool/darwin-arm64': '1.0.0', '@tool/linux-x64': '1.0.0' } },
      'node_modules/tool/node_modules/@tool/linux-x64': {},
    };
    expect(missingFromLockfile({ packages })).toEqual(['@tool/darwin-arm64']);
  });

  it('names it once however many packages ask for it', () => {
    const asking = { optionalDependencies: { fsevents: '2.3.3' } };
    expect(missingFromLockfile({ packages: { 'node_modules/a': asking, 'node_modules/b': asking } })).toEqual([
      'fsevents',
    ]);
  });

  it('finds nothing where everything is held', () => {
    const packages = { 'node_modules/a': { optionalDependencies: { b: '1.0.0' } }, 'node_modules/b': {} };
    expect(missingFromLockfile({ packages })).toEqual([]);
  });
});
