import { describe, expect, it } from 'vitest';
import { packageOfModule, thirdPartyText } from '../../scripts/third-party.mjs';

describe('the licences of what is shipped', () => {
  it.each([
    ['/home/a/latchkey/electron/main.ts', undefined],
    ['/home/a/latchkey/node_modules/yaml/browser/dist/index.js', 'yaml'],
    ['/home/a/latchkey/node_modules/@scope/name/index.js', '@scope/name'],
    ['/home/a/node_modules/outer/node_modules/inner/index.js?commonjs', 'inner'],
    ['C:\\latchkey\\node_modules\\@scope\\name\\index.js', '@scope/name'],
    ['\0rolldown/runtime.js', 'rolldown'],
    ['\0vite/preload-helper.js', 'vite'],
  ])('know whose %j is', (moduleId, name) => {
    expect(packageOfModule(moduleId)).toBe(name);
  });

  it('name each package once, with its whole licence, also where that stands in its read-me', () => {
    const text = thirdPartyText(['yaml', 'bplist-parser', 'yaml', '@koromix/koffi-darwin-x64']);
    expect(text.match(/^yaml \d.*\(ISC\)$/gm)).toHaveLength(1);
    expect(text).toContain('Near Infinity Corporation');
    expect(text).toMatch(/^@koromix\/koffi-darwin-x64 \d.*\(MIT\)$/m);
    expect(text).toContain('Eemeli Aro');
  });

  it('are not made where one is missing', () => {
    expect(() => thirdPartyText(['no-such-package'])).toThrow('its licence is not found');
  });
});
