import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLookFingerprints, type LookFingerprints } from '../../../electron/monitor/look/look-fingerprints';
import type { MacDoors } from '../../../electron/system/doors';
import { type MacWithDoors, macWithDoors } from '../../system/simulated-doors';

const home = '/Users/alice';
let at: MacWithDoors;
let doors: MacDoors;
let fingerprints: LookFingerprints;
let asked: string[];

beforeEach(async () => {
  at = await macWithDoors();
  const real = at.doors();
  asked = [];
  doors = {
    ...real,
    fileFingerprint: (path) => {
      asked.push(path);
      return real.fileFingerprint(path);
    },
  };
  fingerprints = createLookFingerprints(doors);
});
afterEach(() => at.mac.dispose());

const put = (macPath: string, text = 'x') => {
  mkdirSync(at.mac.root + macPath.slice(0, macPath.lastIndexOf('/')), { recursive: true });
  writeFileSync(at.mac.root + macPath, text);
};

describe('the fingerprints of one look', () => {
  it('are those of the files, each asked for once', async () => {
    put(`${home}/.npmrc`);
    const expected = await at.doors().fileFingerprint(`${home}/.npmrc`);
    expect(expected).not.toBeNull();
    const got = await Promise.all([fingerprints.of(`${home}/.npmrc`), fingerprints.of(`${home}/.npmrc`)]);
    expect(got).toEqual([expected, expected]);
    expect(asked.filter((path) => path.endsWith('.npmrc'))).toHaveLength(1);
  });

  it('are new in the next look', async () => {
    put(`${home}/.npmrc`);
    const before = await fingerprints.of(`${home}/.npmrc`);
    put(`${home}/.npmrc`, 'longer');
    expect(await fingerprints.of(`${home}/.npmrc`)).toBe(before);
    fingerprints.forget();
    expect(await fingerprints.of(`${home}/.npmrc`)).not.toBe(before);
  });

  it('ask for nothing in a folder that is not there, until it is', async () => {
    expect(await fingerprints.of('/opt/local/bin/gh')).toBeNull();
    expect(asked).toEqual(['/opt/local/bin']);
    put('/opt/local/bin/gh');
    fingerprints.forget();
    expect(await fingerprints.of('/opt/local/bin/gh')).not.toBeNull();
  });

  it.each([
    ['as it is written', '/Applications/Slack.app', '/Applications/Slack.app'],
    ['in another case', '/Applications/slack.app', '/Applications/Slack.app'],
  ])('find a program in a folder of programs %s', async (_how, onDisk, askedFor) => {
    mkdirSync(at.mac.root + onDisk, { recursive: true });
    await fingerprints.of(askedFor);
    expect(asked).toContain(askedFor);
    await fingerprints.of('/Applications/Another.app');
    expect(asked).not.toContain('/Applications/Another.app');
  });

  it('find a program that came, and one whose link led nowhere before', async () => {
    put('/opt/homebrew/bin/git');
    symlinkSync(`${at.mac.root}/opt/later`, `${at.mac.root}/opt/homebrew/bin/gh`);
    expect(await fingerprints.of('/opt/homebrew/bin/gh')).toBeNull();
    expect(await fingerprints.of('/opt/homebrew/bin/aws')).toBeNull();
    put('/opt/later');
    put('/opt/homebrew/bin/aws');
    fingerprints.forget();
    expect(await fingerprints.of('/opt/homebrew/bin/gh')).not.toBeNull();
    expect(await fingerprints.of('/opt/homebrew/bin/aws')).not.toBeNull();
  });

  it('ask for each file by itself in a folder that macOS would let nobody list without asking the user', async () => {
    put(`${home}/Downloads/other`);
    await fingerprints.of(`${home}/Downloads/missing`);
    expect(asked).toContain(`${home}/Downloads/missing`);
  });
});
