import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digest } from '../../scripts/electron-fallback.mjs';
import { missingPackages } from '../../scripts/setup-debian.mjs';
import { nodeVersionProblem } from '../../scripts/setup-node-version.mjs';
import { temporaryFolder } from './temporary-folder';

describe('the set-up', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '26.10.0'])('takes Node %s', (version) => {
    expect(nodeVersionProblem(version)).toBeUndefined();
  });

  it.each(['18.20.0', '20.18.3', '16.0.0'])('refuses Node %s and says which it needs', (version) => {
    expect(nodeVersionProblem(version)).toContain(`needs Node 20.19 or newer; this is Node ${version}`);
  });

  it('counts a package as there only when dpkg says installed', () => {
    const listing = 'xvfb:amd64 installed\ngcc:amd64 config-files\nchromium:amd64 not-installed\n';
    expect(missingPackages(['xvfb', 'gcc', 'chromium', 'xauth'], listing)).toEqual(['gcc', 'chromium', 'xauth']);
  });

  it('takes any of the packages that serve for the same', () => {
    const either = 'chromium-headless-shell|chromium';
    expect(missingPackages([either], 'chromium:amd64 installed\n')).toEqual([]);
    expect(missingPackages([either], 'chromium-headless-shell:amd64 installed\n')).toEqual([]);
    expect(missingPackages([either], 'xvfb:amd64 installed\n')).toEqual([either]);
  });

  it('takes the newer names of libraries', () => {
    expect(missingPackages(['libgtk-3-0'], 'libgtk-3-0t64:amd64 installed\n')).toEqual([]);
  });

  it('knows a file by its contents', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'latchkey');
    expect(digest(file, 'sha256', 'hex')).toBe('03e759a06bdcbf94112732b9439cf6889f4c7c295159eb1a21c8a0ac7ecb2e42');
  });
});
