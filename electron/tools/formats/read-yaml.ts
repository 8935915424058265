import type * as Yaml from 'yaml';
import type { CST } from 'yaml';
import { failure, type Outcome, success } from '../../core/outcome';
import { loadLibrary } from './load-library';

let loaded: typeof Yaml | null = null;

const loadYaml = (): typeof Yaml => {
  loaded ??= loadLibrary<typeof Yaml>('yaml');
  return loaded;
};

/** No tool's file has more than eight. */
const deepest = 64;
/** Together, and each with what it stands for. */
const mostAliases = 100;

export interface YamlReading {
  /** `failsafe`: every scalar is a text. */
  readonly schema: 'core' | 'failsafe';
  /** Maps as such, because a key may have any name and be of any kind. */
  readonly mapAsMap?: boolean;
}

/**
 * Reads one YAML document. Its syntax is read first, which takes no recursion, and only what is nested as a file may be is
 * put together: of 65,536 open brackets the compiler of regular expressions runs out of memory within the recursion, which
 * ends the process and cannot be caught. Keys are not compared with one another, which
 * would take the square of their number. The reason of a failure quotes nothing.
 */
export const readYaml = (text: string, reading: YamlReading): Outcome<unknown, 'no-yaml'> => {
  try {
    const { Composer } = loadYaml();
    const tokens = tokensOf(text);
    if (tokens === null || isTooDeep(tokens)) return failure('no-yaml', 'it is nested deeper than any such file');
    const composer = new Composer({ schema: reading.schema, uniqueKeys: false, logLevel: 'silent' });
    const [document, another] = [...composer.compose(tokens, true, text.length)];
    if (!document || another || document.errors.length > 0) return notYaml;
    return success(document.toJS({ mapAsMap: reading.mapAsMap === true, maxAliasCount: mostAliases }));
  } catch {
    return notYaml;
  }
};

const notYaml = failure('no-yaml', 'it is not the YAML that it should be');

/** @returns null as soon as more brackets are open than may be; what is nested in other ways shows in the tokens. */
const tokensOf = (text: string): readonly CST.Token[] | null => {
  const { Lexer, Parser } = loadYaml();
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let open = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '[' || lexeme === '{') open += 1;
    if (lexeme === ']' || lexeme === '}') open -= 1;
    if (open > deepest) return null;
    tokens.push(...parser.next(lexeme));
  }
  return [...tokens, ...parser.end()];
};

const isTooDeep = (tokens: readonly CST.Token[]): boolean => {
  const waiting: [token: CST.Token, depth: number][] = tokens.map((token) => [token, 0]);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [token, depth] = next;
    if (depth > deepest) return true;
    for (const part of partsOf(token)) waiting.push([part, depth + 1]);
  }
  return false;
};

const partsOf = (token: CST.Token): readonly CST.Token[] => {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!loadYaml().CST.isCollection(token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((part) => part !== undefined && part !== null));
};
