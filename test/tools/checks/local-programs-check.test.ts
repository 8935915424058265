import { afterEach, describe, expect, it } from 'vitest';
import { createLocalProgramsCheck } from '../../../electron/tools/checks/local-programs-check';
import { macWithDoors } from '../../system/simulated-doors';

const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const dispose of opened.splice(0)) await dispose();
});

const look = async (files: Record<string, string | object>, commands: readonly string[] = []) => {
  const { mac, doors } = await macWithDoors({
    user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
    keychains: [],
    sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [] }],
    files,
    processes: commands.map((command, index) => ({
      pid: 4100 + index,
      session: 'desktop',
      startedAt: '@now-1h',
      command,
    })),
  });
  opened.push(() => mac.dispose());
  return createLocalProgramsCheck(doors()).run(new AbortController().signal);
};

const programOf = (finding: Awaited<ReturnType<typeof look>>, id: string) => {
  const fact = finding.facts.localPrograms;
  return fact?.kind === 'known' ? fact.value.find((one) => one.id === id) : undefined;
};

describe('the check of programs of this Mac', () => {
  it('tells one that runs from one that is only here, and from one that is not', async () => {
    const finding = await look({ '/Applications/Docker.app/Contents/Info.plist': 'x' }, [
      '/opt/homebrew/bin/limactl hostagent --pidfile x colima',
    ]);
    expect(programOf(finding, 'docker-desktop')).toMatchObject({ isHere: true, isRunning: false });
    expect(programOf(finding, 'colima')).toMatchObject({ isHere: true, isRunning: true });
    expect(programOf(finding, 'orbstack')).toMatchObject({ isHere: false, isRunning: false });
    expect(finding).toMatchObject({ result: 'fine', sentence: expect.stringContaining('Docker Desktop does not run') });
  });

  it('finds the helper that Docker’s configuration names, or says that it is not there', async () => {
    const config = { '~/.docker/config.json': { credsStore: 'desktop' } };
    expect(await look(config)).toMatchObject({
      result: 'problem',
      facts: { dockerHelper: { value: { name: 'desktop', isFound: false, hasOsxkeychain: false } } },
    });
    const found = await look({ ...config, '/usr/local/bin/docker-credential-desktop': 'x' });
    expect(found).toMatchObject({ result: 'fine', facts: { dockerHelper: { value: { isFound: true } } } });
    expect(await look({})).toMatchObject({ facts: { dockerHelper: { kind: 'known', value: null } } });
  });

  it('claims nothing of a configuration that it cannot read', async () => {
    expect(await look({ '~/.docker/config.json': '{' })).toMatchObject({
      ...{
        result: 'not-possible',
        sentence: expect.stringMatching(/^Could not look at Docker’s helper: .*config\.json/),
      },
      facts: { dockerHelper: { kind: 'not-measured' } },
    });
  });
});
