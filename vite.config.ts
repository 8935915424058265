import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { besidePrograms, formatLibraries, librariesBy } from './scripts/format-libraries.mjs';

const node = '#!/usr/bin/env node';

/** Not bundled: Electron brings the first itself, the others hold native code. */
const external = ['electron', 'koffi', 'keytar', /^node:/];

/**
 * A module of ours does nothing by being loaded: what no export of is used is left out. So a page that uses one function of
 * core does not get the schemas that stand beside it.
 */
const treeshake = { moduleSideEffects: (id: string) => !/\/electron\/(core|contract|system|tools|monitor)\//.test(id) };

/** A page loaded later has no style sheet of its own, and its file lies beside: there is nothing to load ahead. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null),
};

/** Through the object that React exports each call of one of its functions would be a third longer. */
const reactByName: Plugin = {
  name: 'react-by-name',
  enforce: 'pre',
  resolveId: (id, importer = '') => {
    const names = `${import.meta.dirname}/renderer/react-by-name.ts`;
    return id === 'react' && importer.startsWith(`${import.meta.dirname}/renderer/`) && importer !== names
      ? names
      : null;
  },
};

interface CommonJsOptions {
  readonly banner?: string;
  readonly inParts?: boolean;
  readonly alias?: { find: RegExp; replacement: string }[];
  readonly plugins?: Plugin[];
}

/**
 * CommonJS for Node or for Electron's main process: one file, or with `inParts` what is loaded when it is needed in files of
 * its own beside it.
 */
const commonJs = (
  input: string | Record<string, string>,
  file: string,
  { banner = '', inParts = false, alias = [], plugins = [] }: CommonJsOptions = {},
): UserConfig => ({
  publicDir: false,
  plugins,
  ssr: { noExternal: true, target: 'node' },
  resolve: { conditions: ['node', 'import', 'module', 'default'], alias },
  build: {
    ssr: true,
    target: 'node20.19',
    outDir: `dist/${file.slice(0, file.lastIndexOf('/'))}`,
    minify: true,
    rolldownOptions: {
      input,
      external,
      treeshake,
      output: {
        format: 'cjs',
        exports: 'named',
        entryFileNames: file.slice(file.lastIndexOf('/') + 1),
        chunkFileNames: '[name].cjs',
        codeSplitting: inParts,
        // Node's loader of modules does not read the app's archive; its `require` does.
        dynamicImportInCjs: false,
        banner: ({ isEntry }) => (isEntry ? banner : ''),
      },
    },
  },
});

/** The worker is run as a text, out of an archive too: it finds no file beside it, and has the readers in itself. */
const withLibraries = [
  { find: /^.*\/load-library$/, replacement: `${import.meta.dirname}/electron/tools/formats/load-library-at-once.ts` },
  ...Object.entries(formatLibraries).map(([name, file]) => ({
    find: new RegExp(`^${name}$`),
    replacement: `${import.meta.dirname}/${file}`,
  })),
];

/**
 * Programs of their own, which the app and the command line load when they are needed, by the module that each is built from:
 * what a diagnosis concludes by is a fifth of the program and is seldom asked for, and so is the command's link. Each lies in a
 * folder of its own in dist/.
 */
const apart = {
  'diagnosis-conclusion': '../diagnosis/diagnosis.cjs',
  'command-link-door': '../command-link/command-link.cjs',
};

const programsApart: Plugin = {
  name: 'programs-apart',
  enforce: 'pre',
  resolveId: (id) => {
    const found = Object.entries(apart).find(([name]) => id.endsWith(`/${name}`));
    return found === undefined ? null : { id: found[1], external: 'absolute' };
  },
};

/**
 * What gets built, by Vite's mode (`scripts/build.mjs` builds them all). The preload is CommonJS in one file because a
 * sandboxed preload can `require` nothing but Electron; the simulator's tool is never part of a release.
 */
const targets: Record<string, UserConfig> = {
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react({ jsxRuntime: 'classic' }), reactByName, plainImports],
    oxc: {
      jsx: { pragma: 'jsxElement', pragmaFrag: 'jsxFragment' },
      jsxInject: `import { createElement as jsxElement, Fragment as jsxFragment } from 'react'`,
    },
    build: {
      outDir: '../dist/renderer',
      target: 'chrome146',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { treeshake },
    },
  },
  main: commonJs('electron/main.ts', 'main/main.cjs', { inParts: true, plugins: [programsApart] }),
  preload: commonJs('electron/preload.ts', 'preload/preload.cjs'),
  cli: commonJs('electron/cli/latchkey.ts', 'cli/latchkey.cjs', {
    banner: node,
    inParts: true,
    plugins: [programsApart],
  }),
  diagnosis: commonJs('electron/monitor/diagnosis/diagnosis-conclusion.ts', 'diagnosis/diagnosis.cjs'),
  'command-link': commonJs('electron/system/command-line/command-link-door.ts', 'command-link/command-link.cjs'),
  'parse-worker': commonJs('electron/tools/parse-worker.ts', 'parse-worker/parse-worker.cjs', { alias: withLibraries }),
  formats: commonJs(formatLibraries, 'formats/[name].cjs', { inParts: true }),
  simulator: commonJs('test/simulator/tool.ts', 'simulator/tool.cjs', { banner: node }),
  'hold-crash': commonJs('test/hold-crash/program.ts', 'hold-crash/program.cjs'),
};

/** As GitHub's workflows name it; anything else is no address to ask. */
const repositoryOf = ({ GITHUB_REPOSITORY = '' }: NodeJS.ProcessEnv): string =>
  /^[\w.-]{1,39}\/[\w.-]{1,100}$/.test(GITHUB_REPOSITORY) ? GITHUB_REPOSITORY : '';

export default defineConfig(({ mode }) => {
  const target = targets[mode];
  if (!target) throw new Error(`vite builds one of ${Object.keys(targets).join(', ')}: vite build --mode main`);
  const isRelease = process.env.LATCHKEY_RELEASE === '1';
  return {
    ...target,
    define: {
      __LATCHKEY_RELEASE__: JSON.stringify(isRelease),
      __LATCHKEY_REPOSITORY__: JSON.stringify(isRelease ? repositoryOf(process.env) : ''),
      // Each target is one file in a folder of its own in dist/.
      __LATCHKEY_PARSE_WORKER__: JSON.stringify('../parse-worker/parse-worker.cjs'),
      __LATCHKEY_LIBRARIES__: JSON.stringify(librariesBy(besidePrograms)),
    },
    logLevel: 'warn',
    build: { ...target.build, emptyOutDir: true, sourcemap: false, reportCompressedSize: false },
  };
});
