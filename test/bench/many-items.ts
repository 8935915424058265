import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { createMacDoors } from '../../electron/system/mac-doors';
import { projectFolder } from '../project-files';
import type { Scenario, ScenarioItem } from '../simulator/parsing/scenario';
import { createSimulatedMac, type SimulatedMac } from '../simulator/simulated-mac';
import { writeDatabases } from '../tools/many-logins';
import { bundleFirstLook, measureOnce } from './credentials';
import { crowdedLogins } from './crowded-logins';
import type { Figure } from './figure';

const listings = 9;

/**
 * What a keychain that holds far more than tools' logins costs: a look at which nothing has changed, and a listing, item by item.
 * What the framework itself does is macOS's (here the simulator's), and in the figure.
 */
export const measureManyItems = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(projectFolder, 'dist/.bench-'));
  const macs: SimulatedMac[] = [];
  const macWith = async (count: number): Promise<SimulatedMac> => {
    const mac = await createSimulatedMac(withItems(count), { isFrozen: true });
    macs.push(mac);
    writeDatabases(`${mac.root}/Users/alice`);
    return mac;
  };
  try {
    const [few, many] = [await macWith(1_000), await macWith(10_000)];
    const cost = measureOnce(await bundleFirstLook(folder), many.environment());
    const [ofFew, ofMany] = [await microsecondsPerItem(few, 1_000), await microsecondsPerItem(many, 10_000)];
    return [
      { name: 'CPU of a look at which nothing has changed', value: cost.warmMs, unit: 'ms', atMost: 30 },
      { name: 'CPU of the first look of a process', value: cost.coldMs, unit: 'ms' },
      { name: 'searches of that look, a child each', value: cost.coldSearches, unit: 'children', atMost: 8 },
      { name: 'CPU of listing an item of 10,000, median', value: ofMany, unit: 'µs' },
      { name: 'the same beside an item of 1,000', value: ofMany / ofFew, unit: '×', atMost: 1.5 },
    ];
  } finally {
    for (const mac of macs) await mac.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
};

const withItems = (count: number): Scenario => {
  const items = Array.from({ length: count }, (_, index) => ({
    ...({ class: 'genp', service: `Some website ${index}`, account: 'alice', data: 'not-real' } satisfies ScenarioItem),
  }));
  const [login, ...others] = crowdedLogins.keychains ?? [];
  return login
    ? { ...crowdedLogins, keychains: [{ ...login, items: [...(login.items ?? []), ...items] }, ...others] }
    : crowdedLogins;
};

const microsecondsPerItem = async (mac: SimulatedMac, count: number): Promise<number> => {
  const host = createMacHost(mac.environment(), { allowSimulation: true });
  if (!host.ok) throw new Error(host.reason);
  const { itemListing } = createMacDoors(host.value);
  const path = `${host.value.homeFolder}/Library/Keychains/login.keychain-db`;
  const spent: number[] = [];
  for (let run = 0; run < listings; run += 1) {
    const before = process.cpuUsage();
    const listing = await itemListing.list(path);
    const { user, system } = process.cpuUsage(before);
    if (!listing.ok) throw new Error(listing.reason);
    spent.push((user + system) / count);
  }
  return spent.sort((one, other) => one - other)[Math.floor(listings / 2)] ?? Number.NaN;
};
