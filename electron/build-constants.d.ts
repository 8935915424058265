/** Set by the bundler: true in what is packaged for users, where nothing selects a simulated Mac; false in a checkout. */
declare const __LATCHKEY_RELEASE__: boolean;

/** `OWNER/NAME` of where releases are published; empty in what is built for nobody in particular. */
declare const __LATCHKEY_REPOSITORY__: string;

/** Where the built program of the worker lies (`tools/parse-worker.ts`), from the folder of the file that asks for it. */
declare const __LATCHKEY_PARSE_WORKER__: string;

/** What the readers of formats are required by: their packages where sources are run as they are, else files of their own in dist/. */
declare const __LATCHKEY_LIBRARIES__: Readonly<
  Record<'yaml' | 'smol-toml' | 'fast-plist' | 'bplist-parser' | 'ini', string>
>;
