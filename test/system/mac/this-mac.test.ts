import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onDisk } from '../../../electron/system/mac/host';
import { createMacHost } from '../../../electron/system/mac/this-mac';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'latchkey-mac with 😀-')));
const simulated = { LATCHKEY_SIMULATED_MAC: root, HOME: `${root}/Users/alice`, USER: 'alice' };
const state = join(root, 'private/var/latchkey');

beforeAll(() => {
  mkdirSync(state, { recursive: true });
  writeFileSync(join(state, 'mac.json'), JSON.stringify({ user: { name: 'alice', uid: 501, home: '/Users/alice' } }));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the Mac that this process looks at', () => {
  it('is the simulated one that the environment names, with macOS paths', () => {
    const host = createMacHost(simulated, { allowSimulation: true, platform: 'linux' });
    expect(host).toMatchObject({
      ok: true,
      value: { kind: 'simulated-macos', root, homeFolder: '/Users/alice', userName: 'alice', uid: 501 },
    });
    if (host.ok) expect(onDisk(host.value, '/usr/bin/who')).toBe(`${root}/usr/bin/who`);
  });

  it('is the simulated one on a real Mac too, in development', () => {
    const host = createMacHost(simulated, { allowSimulation: true, platform: 'darwin' });
    expect(host).toMatchObject({ ok: true, value: { kind: 'simulated-macos' } });
  });

  it('is the real one where simulation is not allowed, whatever the environment names', () => {
    const host = createMacHost(simulated, { allowSimulation: false, platform: 'darwin' });
    expect(host).toMatchObject({ ok: true, value: { kind: 'macos', root: '' } });
  });

  it('is none off macOS without a simulated one, and says so', () => {
    const reason = expect.stringContaining('macOS');
    expect(createMacHost({}, { allowSimulation: true, platform: 'linux' })).toEqual({
      ok: false,
      code: 'not-a-mac',
      reason,
    });
    expect(createMacHost(simulated, { allowSimulation: false, platform: 'linux' })).toMatchObject({
      code: 'not-a-mac',
    });
  });

  it('reads the simulated clock anew each time', () => {
    const host = createMacHost(simulated, { allowSimulation: true, platform: 'linux' });
    writeFileSync(join(state, 'clock'), '5000 -');
    expect(host.ok && host.value.now()).toBe(5_000);
    writeFileSync(join(state, 'clock'), '9000 -');
    expect(host.ok && host.value.now()).toBe(9_000);
  });

  it('is not there when the folder is missing or names no user', () => {
    const options = { allowSimulation: true, platform: 'linux' } as const;
    expect(createMacHost({ LATCHKEY_SIMULATED_MAC: '/nowhere' }, options)).toMatchObject({ code: 'no-simulated-mac' });
    writeFileSync(join(state, 'mac.json'), '{"user": null}');
    expect(createMacHost(simulated, options)).toMatchObject({ ok: false, code: 'no-simulated-mac' });
  });
});
