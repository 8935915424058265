import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

/** Not bundled: Electron brings the first itself, the others hold native code. */
const external = ['electron', 'koffi', 'keytar', /^node:/];

/** One self-contained CommonJS file for Node or for Electron's main process. */
const commonJs = (input: string, file: string, banner = ''): UserConfig => ({
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  resolve: { conditions: ['node', 'import', 'module', 'default'] },
  build: {
    ssr: true,
    target: 'node20.19',
    outDir: `dist/${file.slice(0, file.lastIndexOf('/'))}`,
    minify: false,
    rolldownOptions: {
      input,
      external,
      output: { format: 'cjs', entryFileNames: file.slice(file.lastIndexOf('/') + 1), codeSplitting: false, banner },
    },
  },
});

/**
 * What gets built, by Vite's mode (`scripts/build.mjs` builds them all). The preload is CommonJS in one file because a
 * sandboxed preload can `require` nothing but Electron; the simulator's tool is never part of a release.
 */
const targets: Record<string, UserConfig> = {
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: {
      outDir: '../dist/renderer',
      target: 'chrome146',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
  },
  main: commonJs('electron/main.ts', 'main/main.cjs'),
  preload: commonJs('electron/preload.ts', 'preload/preload.cjs'),
  cli: commonJs('electron/cli/latchkey.ts', 'cli/latchkey.cjs', '#!/usr/bin/env node'),
  simulator: commonJs('test/simulator/tool.ts', 'simulator/tool.cjs', '#!/usr/bin/env node'),
  'hold-crash': commonJs('test/hold-crash/program.ts', 'hold-crash/program.cjs'),
};

export default defineConfig(({ mode }) => {
  const target = targets[mode];
  if (!target) throw new Error(`vite builds one of ${Object.keys(targets).join(', ')}: vite build --mode main`);
  const isRelease = process.env.LATCHKEY_RELEASE === '1';
  return {
    ...target,
    define: { __LATCHKEY_RELEASE__: JSON.stringify(isRelease) },
    logLevel: 'warn',
    build: { ...target.build, emptyOutDir: true, sourcemap: false, reportCompressedSize: false },
  };
});
