import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changeEndDate, writeEndDates } from '../../electron/core/credentials/entered-end-dates';
import type { Scenario } from '../simulator/parsing/scenario';
import type { SimulatedMac } from '../simulator/simulated-mac';
import { createDeskMac } from './desk-mac';
import { deskScenario } from './desk-scenario';
import { readStatus, runLatchkey } from './run-latchkey';

const support = '/Users/alice/Library/Application Support/Latchkey';
const canary = 'CANARY-secret';
const npmrc = { '~/.npmrc': `//registry.example.com/:_authToken=${canary}\n` };
const jwtEnding = (at: string) =>
  ['{}', JSON.stringify({ exp: Date.parse(at) / 1000 }), 'x']
    .map((text) => Buffer.from(text).toString('base64url'))
    .join('.');
const kubeconfig = (at: string) => ({
  '~/.kube/config': `current-context: a\ncontexts:\n- name: a\n  context: { cluster: c, user: u }\nusers:\n- name: u\n  user: { token: ${jwtEnding(at)} }\n`,
});

const deskMac = (files: Scenario['files']) =>
  createDeskMac(deskScenario(true, { files, fileTimes: { '~/.npmrc': '2026-09-01T00:00:00Z' } } as Partial<Scenario>));
const enter = (mac: SimulatedMac, endsOn: string, enteredAt = Date.parse('2026-09-05T00:00:00Z')) => {
  mkdirSync(mac.root + support, { recursive: true });
  const dates = changeEndDate([], { tool: 'npm', account: 'registry.example.com' }, endsOn, enteredAt);
  writeFileSync(`${mac.root}${support}/end-dates.json`, writeEndDates(dates), { mode: 0o600 });
};
const npmOf = async (mac: SimulatedMac) =>
  (await readStatus(mac)).credentials.filter(({ tool, installed }) => tool === 'npm' && installed);
const textOf = async (mac: SimulatedMac) => (await runLatchkey(mac, ['status'])).stdout.replaceAll(/\s+/g, ' ');

describe('an end that is not on the disk', () => {
  it('is said so, in the text and in the JSON, and never guessed', async () => {
    const mac = await deskMac(npmrc);
    expect(await npmOf(mac)).toMatchObject([
      {
        status: 'unknown',
        expiry: null,
        mayEnterEndDate: true,
        reason: expect.stringContaining('no end date on disk'),
      },
    ]);
    expect(await textOf(mac)).toMatch(
      /npm \(registry\.example\.com\) Survives SSH Status unknown .*no end date on disk/,
    );
  });

  it('is told as entered where the user has entered it', async () => {
    const mac = await deskMac(npmrc);
    enter(mac, '2026-12-24');
    expect(await npmOf(mac)).toMatchObject([
      { status: 'valid', expiry: { of: 'login', basis: 'entered', endsOn: '2026-12-24' } },
    ]);
    expect(await textOf(mac)).toContain('Signed in, login ends on 24 December, entered by you');
  });

  it('is warned of like any other, and may be of the former token', async () => {
    const mac = await deskMac(npmrc);
    enter(mac, '2026-09-12', Date.parse('2026-08-01T00:00:00Z'));
    const status = await readStatus(mac);
    expect(status.exitCode).toBe(1);
    expect(status.warnings).toContainEqual(
      expect.objectContaining({ code: 'login-expiring', title: expect.stringContaining('ends within 3 days') }),
    );
    expect(await textOf(mac)).toContain('the date may be of the former token');
    expect(JSON.stringify(status)).not.toContain(canary);
  });

  it('stays unknown, with the reason, where the file with the dates is not what Latchkey wrote', async () => {
    const mac = await deskMac(npmrc);
    enter(mac, '2026-12-24');
    writeFileSync(`${mac.root}${support}/end-dates.json`, '{"endDates":');
    expect(await npmOf(mac)).toMatchObject([
      { status: 'unknown', expiry: null, reason: expect.stringContaining('it is not the list that Latchkey writes') },
    ]);
    expect(readFileSync(`${mac.root}${support}/end-dates.json`, 'utf8')).toBe('{"endDates":');
  });
});

describe('how early an end is told of', () => {
  const inTwoHours = kubeconfig('2026-09-10T11:00:00Z');
  const settings = (expiryThresholds: unknown) => ({
    ...inTwoHours,
    '~/Library/Application Support/Latchkey/settings.json': { schemaVersion: 1, showTitle: false, expiryThresholds },
  });
  const kubectlOf = async (files: Scenario['files']) =>
    (await readStatus(await deskMac(files))).credentials.find(({ tool }) => tool === 'kubectl');

  it('is as usual, where nobody has chosen', async () => {
    expect(await kubectlOf(inTwoHours)).toMatchObject({ status: 'valid', expiry: { of: 'access-token' } });
  });

  it('is as the user has chosen in the app', async () => {
    expect(await kubectlOf(settings({ login: [], session: [180], certificate: [] }))).toMatchObject({
      status: 'expiring',
    });
  });

  it.each([[{ login: [], session: [-180], certificate: [] }], ['180'], [null]])(
    'is as usual where the settings say %j',
    async (chosen) => {
      expect(await kubectlOf(settings(chosen))).toMatchObject({ status: 'valid' });
    },
  );
});
