import * as BinaryPlist from 'bplist-parser';
import * as XmlPlist from 'fast-plist';
import * as Ini from 'ini';
import * as Toml from 'smol-toml';
import * as Yaml from 'yaml';

const libraries = { yaml: Yaml, 'smol-toml': Toml, 'fast-plist': XmlPlist, 'bplist-parser': BinaryPlist, ini: Ini };

/**
 * Stands in the place of `load-library.ts` in the worker's program: that is run as a text, which finds no file beside it,
 * and so has all readers in itself.
 */
export const loadLibrary = <Library>(name: keyof typeof libraries): Library => libraries[name] as unknown as Library;
