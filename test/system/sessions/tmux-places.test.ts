import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeSessions } from '../../../electron/core/sessions/remote-sessions';
import { type BoundedTools, createBoundedTools } from '../../../electron/system/children/bounded-tools';
import { createRemoteSessionReader } from '../../../electron/system/sessions/remote-sessions';
import { loginKeychain, type MacWithDoors, macWithDoors, onTheDesktop, twoKeychains } from '../simulated-doors';

let at: MacWithDoors;
const folder = '/private/tmp/tmux-501';
beforeEach(async () => {
  at = await macWithDoors({ ...twoKeychains, tmux: [{ socket: 'work', session: 'desktop', serverPid: 6000 }] });
});
afterEach(() => at.mac.dispose());

/** What tmux itself was asked in this test. */
let asked: string[] = [];

const rows = async () => {
  const host = at.host();
  const real = createBoundedTools(host);
  asked = [];
  const tools: BoundedTools = {
    ask: (tool, args, kind) => {
      if (tool.endsWith('/tmux')) asked.push(args.join(' '));
      return real.ask(tool, args, kind);
    },
  };
  const reading = await createRemoteSessionReader(host, tools, onTheDesktop)();
  const sightings = (reading.kind === 'read' ? reading.value : []).filter(({ id }) =>
    id.startsWith(`tmux-server:${folder}`),
  );
  return describeSessions(sightings, {
    session: 'desktop',
    loginLock: { state: 'unlocked', session: 'desktop' },
    userName: 'alice',
    keychainPath: loginKeychain,
    beacons: [],
    now: host.now(),
  } as unknown as Parameters<typeof describeSessions>[1]);
};

describe('a tmux server on a socket', () => {
  it('in a folder that is closed to others is asked', async () => {
    expect(await rows()).toMatchObject([{ id: `tmux-server:${folder}/work`, bornIn: 'desktop', sees: 'unlocked' }]);
    expect(asked).not.toEqual([]);
  });

  it.each([
    [0o777, 'that others can write'],
    [0o730, 'that others can write'],
    [0o755, 'that is not closed to others'],
    [0o710, 'that is not closed to others'],
    [0o701, 'that is not closed to others'],
  ])('in a folder with the mode %o is not asked, sees nobody knows what, and its row says why', async (mode, which) => {
    chmodSync(at.mac.root + folder, mode);
    const found = await rows();
    expect(found).toMatchObject([{ id: `tmux-server:${folder}/work`, kind: 'tmux-server', sees: 'unknown' }]);
    expect(found[0]?.reason).toContain(`its socket lies in a folder ${which}: not asked`);
    expect(found[0]).not.toHaveProperty('help');
    expect(asked).toEqual([]);
  });

  it('below a folder that others can write, and that is not sticky, is not asked', async () => {
    chmodSync(`${at.mac.root}/private/tmp`, 0o777);
    expect((await rows())[0]?.reason).toContain('in a folder that others can write: not asked');
    expect(asked).toEqual([]);
  });

  it('below a sticky folder is asked', async () => {
    chmodSync(`${at.mac.root}/private/tmp`, 0o1777);
    expect(await rows()).toMatchObject([{ bornIn: 'desktop' }]);
  });

  it.each([
    [300, 'holds more than Latchkey reads: 256 of its names were looked at'],
    [100, 'Of 101 places where a tmux server may listen, 64 were looked at'],
  ])('in a folder of %i other things is perhaps not seen, and that is told', async (count, reason) => {
    for (let number = 0; number < count; number += 1) writeFileSync(`${at.mac.root}${folder}/other-${number}`, '');
    const host = at.host();
    const reading = await createRemoteSessionReader(host, createBoundedTools(host), onTheDesktop)();
    expect(reading).toMatchObject({ kind: 'read', doubts: expect.arrayContaining([expect.stringContaining(reason)]) });
  });

  it('that is only a link to one is not asked, wherever that leads', async () => {
    mkdirSync(`${at.mac.root}/private/tmp/open`, { mode: 0o777 });
    symlinkSync(`${at.mac.root}${folder}/work`, `${at.mac.root}${folder}/link`);
    const found = await rows();
    expect(found.map(({ id }) => id)).toEqual([`tmux-server:${folder}/work`, `tmux-server:${folder}/link`]);
    expect(found[1]?.reason).toContain('its socket is only a link: not asked');
  });
});
