import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SimulatedMac } from '../simulator/simulated-mac';
import { readAnswer } from './answer-schema';
import { createDeskMac } from './desk-mac';
import { deskScenario } from './desk-scenario';
import { type PrivateKeyring, startPrivateKeyring } from './private-keyring';
import { type Ended, runLatchkey } from './run-latchkey';

const service = 'Latchkey check';

const run = (
  mac: SimulatedMac,
  { environment }: Pick<PrivateKeyring, 'environment'>,
  ...words: string[]
): Promise<Ended> => runLatchkey({ environment: (id) => ({ ...mac.environment(id), ...environment }) }, words);

const check = (mac: SimulatedMac, keyring: Pick<PrivateKeyring, 'environment'>): Promise<Ended> =>
  run(mac, keyring, 'check-apps');

/** Lines that were wrapped for the terminal, as one text. */
const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('latchkey check-apps on a real gnome-keyring', () => {
  beforeEach((context) => {
    if (process.platform !== 'linux') context.skip('gnome-keyring, which this is about, is there on Linux');
  });

  it('writes, reads and deletes one item, and leaves nothing behind', async () => {
    const [mac, keyring] = [await createDeskMac(deskScenario(true)), await startPrivateKeyring()];
    const { code, stdout, stderr } = await check(mac, keyring);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^write ok · read ok · delete ok\n/);
    expect(words(stdout)).toContain('Apps can use the keychain in this desktop session');
    expect(keyring.accounts(service)).toEqual([]);
    const json = await run(mac, keyring, 'check-apps', '--json');
    expect(readAnswer('check-apps', json.stdout)).toMatchObject({ verdict: 'works', code: 'done' });
    expect(mac.ledger()).toEqual([]);
  });

  it('meets a locked keyring without a question and says what apps are told', async () => {
    const [mac, keyring] = [await createDeskMac(deskScenario(true)), await startPrivateKeyring()];
    keyring.lock();
    const json = await run(mac, keyring, 'check-apps', '--json');
    expect(readAnswer('check-apps', json.stdout)).toMatchObject({ verdict: 'refused', code: 'keychain-locked' });
    const { code, stdout } = await check(mac, keyring);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^write refused · read not tried · delete not tried\n/);
    expect(words(stdout)).toContain('The keychain is locked in this desktop session, so apps cannot use it.');
    expect(words(stdout)).toContain('“Cannot create an item in a locked collection”');
  });

  it('loads keytar, which no look does', async () => {
    const [mac, keyring] = [await createDeskMac(deskScenario(true)), await startPrivateKeyring()];
    const libraries = async (word: string) => {
      // ld.so writes what it loads into one file for each process; see ld.so(8).
      const folder = join(mac.root, `libraries of ${word}`);
      mkdirSync(folder);
      const environment = { ...keyring.environment, LD_DEBUG: 'files', LD_DEBUG_OUTPUT: join(folder, 'process') };
      await run(mac, { environment }, word);
      const log = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
      return [...log.join('').matchAll(/file=\S.*\/([^/]+\.node) .*; +generating link map/g)].map(([, name]) => name);
    };
    expect(await libraries('status')).toEqual(['koffi.node']);
    expect(await libraries('check-apps')).toEqual(['koffi.node', 'keytar.node']);
  });

  it('names what is missing where no keyring is on the bus', async () => {
    const [mac, keyring] = [await createDeskMac(deskScenario(true)), await startPrivateKeyring({ withService: false })];
    const { code, stdout } = await check(mac, keyring);
    expect(code).toBe(1);
    expect(words(stdout)).toContain('No keyring service is there to ask');
  });

  it('names it where the bus is gone', async () => {
    const environment = {
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere',
      LATCHKEY_SIMULATED_KEYRING_BUS: 'unix:path=/nowhere',
    };
    const { code, stdout } = await check(await createDeskMac(deskScenario(true)), { environment });
    expect(code).toBe(1);
    expect(words(stdout)).toContain('No keyring service is there to ask');
  });

  it('ends although the keyring hangs, and what that leaves is removed by the next check', async () => {
    const [mac, keyring] = [await createDeskMac(deskScenario(true)), await startPrivateKeyring()];
    keyring.freeze();
    const { code, stdout } = await check(mac, keyring);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^write timed out · read not tried · delete not tried\n/);
    keyring.thaw();
    mac.clock.advance(120_000);
    expect((await check(mac, keyring)).code).toBe(0);
    expect(keyring.accounts(service)).toEqual([]);
  });

  it('removes what a crash has left, and nothing else', async () => {
    const [mac, keyring] = [await createDeskMac(deskScenario(true)), await startPrivateKeyring()];
    const now = mac.clock.now();
    const left = `check-${now - 3_600_000}-0123456789abcdef`;
    const underWay = `check-${now - 5_000}-fedcba9876543210`;
    for (const account of [left, underWay, 'somebody’s own']) keyring.add(service, account);
    keyring.add('Another service', left);
    const { code, stdout } = await check(mac, keyring);
    expect(code).toBe(0);
    expect(words(stdout)).toContain('One that an earlier check had left behind is removed.');
    expect(keyring.accounts(service)).toEqual([underWay, 'somebody’s own'].sort());
    expect(keyring.accounts('Another service')).toEqual([left]);
  });
});

describe('latchkey check-apps without a keyring of the simulation’s own', () => {
  it.each([
    ['none is named', {}, 'This simulated Mac has no keyring of its own.'],
    [
      'another bus is named than the one that this process is on',
      { LATCHKEY_SIMULATED_KEYRING_BUS: 'unix:path=/private', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/mine' },
      'not on the bus',
    ],
    ['the process is on no bus', { LATCHKEY_SIMULATED_KEYRING_BUS: 'unix:path=/private' }, 'not on the bus'],
  ])('is not made where %s', async (_why, environment, reason) => {
    const mac = await createDeskMac(deskScenario(true));
    const { code, stdout, stderr } = await check(mac, { environment });
    expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
    expect(stderr).toContain(process.platform === 'darwin' ? 'real keychain' : reason);
  });

  it('is not made where the framework that forbids dialogs does not load', async () => {
    const mac = await createDeskMac(deskScenario(true, { faults: [{ tool: 'Security.framework' }] }));
    const { code, stderr } = await check(mac, { environment: {} });
    expect(code).toBe(70);
    expect(stderr).toContain('could raise a dialog');
  });
});
