import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../scripts/project-folder.mjs';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
}

const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as Manifest;
const pinned = { ...manifest.dependencies, ...manifest.devDependencies };
/** The newest versions of which every platform's binaries are in the npm registry and which run on Node 20.19. */
const knownToWorkTogether = {
  '@biomejs/biome': '2.6.8',
  '@types/ini': '4.1.1',
  '@types/node': '22.20.5',
  '@types/pngjs': '6.0.5',
  '@types/react': '19.3.0',
  '@vitejs/plugin-react': '6.3.0',
  'app-builder-lib': '26.17.0',
  'axe-core': '4.13.0',
  'bplist-parser': '0.5.0',
  electron: '45.5.0',
  'electron-builder': '26.17.0',
  'fast-check': '4.11.0',
  ini: '6.0.0',
  keytar: 'npm:@github/keytar@7.10.6',
  knip: '6.44.2',
  koffi: '3.3.4',
  pixelmatch: '7.2.0',
  'playwright-core': '1.65.1',
  'fast-plist': '0.1.3',
  pngjs: '7.0.0',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'smol-toml': '1.9.1',
  typescript: '7.0.2',
  vite: '8.3.8',
  vitest: '4.1.12',
  yaml: '2.9.1',
  zod: '4.6.7',
  zustand: '5.1.0',
};

describe('package.json', () => {
  it('pins each package to one version', () => {
    const loose = Object.entries(pinned).filter(([, version]) => !/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  it('pins the versions that are known to work together', () => {
    expect(pinned).toMatchObject(knownToWorkTogether);
  });

  it('ships only the two native modules, since the rest is bundled', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual(['keytar', 'koffi']);
  });

  it('asks for the same Node as the set-up', () => {
    expect(manifest.engines.node).toBe('>=20.19');
  });
});

describe('the package.json of the real programs', () => {
  const read = (name: string) => readFileSync(join(projectFolder, 'test', 'real-programs', name), 'utf8');

  it('pins each program to one version', () => {
    const { dependencies } = JSON.parse(read('package.json')) as Manifest;
    expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('has a lockfile that fetches from whatever registry npm is set to', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });
});
