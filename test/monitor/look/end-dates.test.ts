import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCredentials } from '../../../electron/monitor/look/credentials';
import type { MacDoors } from '../../../electron/system/doors';
import { loginKeychain, type MacWithDoors, macWithDoors } from '../../system/simulated-doors';

const now = Date.UTC(2026, 8, 10, 12);
const canary = 'CANARY-secret';
const token = { tool: 'npm', account: 'registry.example.com' };
const npmrc = `//registry.example.com/:_authToken=${canary}\n`;
const datesFile = '/Users/alice/Library/Application Support/Latchkey/end-dates.json';

describe('the end date of a token', () => {
  let at: MacWithDoors;
  let doors: MacDoors;
  const credentialsNow = async (credentials = createCredentials(doors)) => {
    await credentials.read();
    return credentials.describe(now).filter(({ tool, installed }) => tool === 'npm' && installed);
  };

  beforeEach(async () => {
    at = await macWithDoors({
      now: new Date(now).toISOString(),
      user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
      keychains: [{ path: loginKeychain, password: 'p', isLogin: true, isDefault: true, items: [] }],
      files: { '~/.npmrc': npmrc },
      fileTimes: { '~/.npmrc': '2026-09-01T12:00:00Z' },
    });
    doors = at.doors();
  });
  afterEach(() => at.mac.dispose());

  it('is "no end date on disk" until somebody enters it', async () => {
    expect(await credentialsNow()).toMatchObject([
      {
        ...token,
        status: 'unknown',
        expiry: null,
        mayEnterEndDate: true,
        reason: expect.stringContaining('no end date on disk'),
      },
    ]);
  });

  it('is kept for the next start, told as entered, and forgotten when it is taken back', async () => {
    const first = createCredentials(doors);
    await first.read();
    expect(await first.setEndDate(token, '2026-12-24')).toEqual({ ok: true, value: undefined });
    const expiry = { of: 'login', basis: 'entered', endsOn: '2026-12-24' };
    expect(first.describe(now)).toContainEqual(
      expect.objectContaining({ ...token, expiry: expect.objectContaining(expiry) }),
    );
    expect(await credentialsNow()).toMatchObject([{ ...token, status: 'valid', expiry }]);
    await first.setEndDate(token, null);
    expect(await credentialsNow()).toMatchObject([{ ...token, status: 'unknown', expiry: null }]);
  });

  it('ends soon by the thresholds of a login, and has ended when its day is over here', async () => {
    const credentials = createCredentials(doors);
    await credentials.setEndDate(token, '2026-09-12');
    expect(await credentialsNow(credentials)).toMatchObject([{ status: 'expiring' }]);
    credentials.setThresholds({ login: [1440], session: [], certificate: [] });
    expect(await credentialsNow(credentials)).toMatchObject([{ status: 'valid' }]);
    await credentials.setEndDate(token, '2026-09-10');
    const [today] = await credentialsNow(credentials);
    const end = new Date(today?.expiry?.at ?? '');
    expect([end.getDate(), end.getHours(), end.getMinutes(), end.getSeconds()]).toEqual([10, 23, 59, 59]);
    expect(today?.status).not.toBe('expired');
    await credentials.setEndDate(token, '2026-09-09');
    expect(await credentialsNow(credentials)).toMatchObject([{ status: 'expired' }]);
  });

  it.each([
    ['UTC', '2026-10-25', '2026-10-25T23:59:59.000Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T22:59:59.000Z'],
    ['Europe/Berlin', '2027-03-28', '2027-03-28T21:59:59.000Z'],
    ['America/Los_Angeles', '2026-12-31', '2027-01-01T07:59:59.000Z'],
    ['Pacific/Kiritimati', '2026-12-31', '2026-12-31T09:59:59.000Z'],
  ])('in %s is over with the day of %s there, however many hours that has', async (zone, day, at) => {
    vi.stubEnv('TZ', zone);
    const credentials = createCredentials(doors);
    await credentials.setEndDate(token, day);
    expect(await credentialsNow(credentials)).toMatchObject([{ expiry: { at, endsOn: day } }]);
  });

  it('may be of the former token once the file was written again', async () => {
    const credentials = createCredentials(doors);
    await credentials.setEndDate(token, '2026-12-24');
    expect((await credentialsNow(credentials))[0]?.reason).not.toContain('former token');
    at.mac.clock.advance(60_000);
    writeFileSync(`${at.mac.root}/Users/alice/.npmrc`, npmrc);
    expect((await credentialsNow(credentials))[0]).toMatchObject({
      expiry: { endsOn: '2026-12-24' },
      reason: expect.stringContaining('the date may be of the former token'),
    });
  });

  it('of two that are entered at once is kept for both, and neither file nor row holds a token', async () => {
    const credentials = createCredentials(doors);
    await Promise.all([
      credentials.setEndDate(token, '2026-12-24'),
      credentials.setEndDate({ tool: 'gh', account: 'alice@github.com' }, '2027-01-01'),
    ]);
    const reading = await doors.endDates.read();
    expect(reading).toMatchObject({ kind: 'read', dates: [{ tool: 'npm' }, { tool: 'gh' }] });
    expect(JSON.stringify([reading, await credentialsNow(credentials)])).not.toContain(canary);
  });

  it('is read again when its file has changed, and only then', async () => {
    const credentials = createCredentials(doors);
    await credentials.setEndDate(token, '2026-12-24');
    await credentials.read();
    const read = vi.spyOn(doors.endDates, 'read');
    await credentials.read();
    expect(read).not.toHaveBeenCalled();
    await createCredentials(at.doors()).setEndDate(token, '2027-01-01');
    expect(await credentialsNow(credentials)).toMatchObject([{ expiry: { endsOn: '2027-01-01' } }]);
  });

  it('cannot be told from a file that somebody has spoiled, and the row says why', async () => {
    const credentials = createCredentials(doors);
    await credentials.setEndDate(token, '2026-12-24');
    writeFileSync(at.mac.root + datesFile, '{"schemaVersion":1,"endDates":[{"tool":"npm"}]}');
    const [row] = await credentialsNow(credentials);
    expect(row).toMatchObject({ status: 'unknown', expiry: null });
    expect(row?.reason).toContain(`${datesFile}: it holds something that is no end date.`);
    expect(await credentials.setEndDate(token, '2026-12-24')).toMatchObject({ ok: true });
    expect(await credentialsNow(credentials)).toMatchObject([{ expiry: { endsOn: '2026-12-24' } }]);
  });
});
