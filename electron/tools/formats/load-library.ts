import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Loads a reader of some format with the first file that needs it, not at a start: they are large, most runs need none, and
 * all our programs use one copy. It stays loaded.
 */
export const loadLibrary = <Library>(name: keyof typeof __LATCHKEY_LIBRARIES__): Library =>
  require(__LATCHKEY_LIBRARIES__[name]) as Library;
