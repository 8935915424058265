import { expect, it } from 'vitest';
import { browserPath } from '../../scripts/browser-path.mjs';

const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

it.each([
  ['that is named, wherever it lies', { LATCHKEY_CHROMIUM: '/opt/browser' }, [chrome], '/opt/browser'],
  [
    'of Debian that opens no windows',
    {},
    ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'],
    '/usr/bin/chromium-headless-shell',
  ],
  ['of Debian', {}, ['/usr/bin/chromium', chrome], '/usr/bin/chromium'],
  ['that CI’s Macs have', {}, [chrome], chrome],
  ['of Debian where there is none, so that its absence is told', {}, [], '/usr/bin/chromium'],
])('the browser is the one %s', (_what, environment, there, path) => {
  expect(browserPath(environment, (one) => there.includes(one))).toBe(path);
});
