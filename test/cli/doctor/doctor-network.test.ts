import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Answers } from '../../../electron/cli/text/answers';
import { type NameAnswer, type NameServer, startNameServer } from '../../system/checks/name-server';
import { readAnswer } from '../answer-schema';
import { createDeskMac } from '../desk-mac';
import { deskScenario } from '../desk-scenario';
import { runLatchkey } from '../run-latchkey';

/** A Mac in a network whose only server is one for names, of this machine. */
const macInNetwork = async (answers: ReadonlyMap<string, NameAnswer>) => {
  const nameServer = await startNameServer(answers);
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-network-'));
  onTestFinished(async () => {
    await nameServer.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'network.json');
  writeFileSync(file, JSON.stringify({ nameServers: [nameServer.address], routes: {}, authorities: [] }));
  const mac = await createDeskMac(deskScenario(true));
  const environment = () => ({ ...mac.environment(), LATCHKEY_SIMULATED_NETWORK: file });
  return { nameServer, environment };
};

const doctor = async (
  mac: { readonly nameServer: NameServer; readonly environment: () => Record<string, string> },
  words: readonly string[],
): Promise<Answers['doctor']> => {
  const { stdout } = await runLatchkey(mac, ['doctor', '--json', ...words]);
  return readAnswer('doctor', stdout);
};

const hosts = ['api.github.com', 'github.com'];
const answersOf = (answer: NameAnswer) => new Map(hosts.map((host) => [host, answer]));

describe('latchkey doctor and the network', () => {
  it('asks for no name unless it is allowed to', async () => {
    const mac = await macInNetwork(answersOf('nxdomain'));
    const { checks } = await doctor(mac, ['gh']);
    expect(mac.nameServer.asked).toEqual([]);
    expect(checks.map(({ id }) => id)).not.toContain('hosts');
  });

  it.each<[NameAnswer, string]>([
    ['nxdomain', 'name-not-found'],
    ['hangs', 'names-hang'],
    [{ a: '192.168.7.7' }, 'private-answer'],
    [{ a: '203.0.113.7' }, 'connection-refused'],
  ])('tells of a name server’s answer %j that it is: %s', async (answer, cause) => {
    const mac = await macInNetwork(answersOf(answer));
    const { diagnosis, checks } = await doctor(mac, ['--network', 'gh']);
    expect(diagnosis.causes.map(({ id }) => id)).toContain(cause);
    expect(checks.find(({ id }) => id === 'hosts')?.result).toBe('problem');
    expect(mac.nameServer.asked).toEqual(expect.arrayContaining(hosts));
  });
});
