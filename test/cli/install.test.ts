import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SimulatedMac } from '../simulator/simulated-mac';
import { createDeskMac } from './desk-mac';
import { deskScenario } from './desk-scenario';
import { latchkeyCommand, runLatchkey } from './run-latchkey';

/** The same Mac, in a shell that knows no `latchkey`. */
const without = (mac: SimulatedMac): Pick<SimulatedMac, 'environment'> => ({
  environment: (sessionId) => {
    const environment = mac.environment(sessionId);
    const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => !folder.endsWith('/usr/local/bin'));
    return { ...environment, PATH: folders.join(delimiter) };
  },
});

describe('what the command line tells to type', () => {
  it.each([
    ['doctor', ['doctor', '--message', 'errSecInteractionNotAllowed']],
    ['a word that it does not know', ['nonsense']],
  ])('names it where the shell finds it, else its whole path: %s', async (_what, words) => {
    const mac = await createDeskMac(deskScenario(false));
    const [program, ...script] = latchkeyCommand;
    const whole = script[0] ?? program;
    const named = await runLatchkey(mac, words);
    const told = await runLatchkey(without(mac), words);
    const texts = [named, told].map(({ stdout, stderr }) => (stdout + stderr).replaceAll(/\s+/g, ' '));
    expect(texts[0]).toMatch(/\blatchkey (unlock|doctor|set|--help)/);
    expect(texts[0]).not.toContain(whole);
    expect(texts[1]).toContain(whole.replaceAll("'", "'\\''"));
    expect(texts[1]).not.toMatch(/(→|See|With:|run:) latchkey /);
  });
});

describe('latchkey install', () => {
  it('takes --show and --json, and nothing else', async () => {
    const mac = await createDeskMac(deskScenario(true));
    expect(await runLatchkey(mac, ['install', 'now'])).toMatchObject({ code: 64 });
    expect(await runLatchkey(mac, ['install', '--all'])).toMatchObject({ code: 64 });
  });
});
