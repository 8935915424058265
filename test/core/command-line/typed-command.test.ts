import { expect, it } from 'vitest';
import { typedCommand } from '../../../electron/core/command-line/typed-command';

const app = '/Applications/Latchkey.app/Contents/Resources/bin/latchkey';
const checkout = '/Users/alice/src/latchkey/dist/cli/latchkey.cjs';

it.each([
  ['its name leads here', { found: app, own: app, isScriptForNode: false }, 'latchkey'],
  ['its name leads to another copy', { found: `/Users/alice${app}`, own: app, isScriptForNode: false }, app],
  ['the shell knows no such name', { found: null, own: app, isScriptForNode: false }, app],
  [
    'the path has spaces',
    { found: null, own: "/Users/a b/it's/latchkey", isScriptForNode: false },
    "'/Users/a b/it'\\''s/latchkey'",
  ],
  ['Node runs it', { found: null, own: checkout, isScriptForNode: true }, `node ${checkout}`],
  ['npm has linked it', { found: checkout, own: checkout, isScriptForNode: true }, 'latchkey'],
])('the command is typed as it works in that shell, where %s', (_where, facts, typed) => {
  expect(typedCommand(facts)).toBe(typed);
});
