// JSON Schemas of what the command line prints with --json, made of the types that it prints: electron/cli/text/answers.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API, SymbolFlags, TypeFlags } from 'typescript/unstable/sync';
import { projectFolder } from './project-folder.mjs';

/** @typedef {import('typescript/unstable/sync').Type} Type */
/** @typedef {import('typescript/unstable/sync').Symbol} TypeSymbol */
/** @typedef {import('typescript/unstable/sync').Checker} Checker */
/** @typedef {Record<string, unknown>} Schema */

const answersFile = join(projectFolder, 'electron/cli/text/answers.ts');
/** Of these files alone: a program of all that the product is takes four times as long. It is on no disk. */
const settingsFile = join(projectFolder, 'tsconfig.answers.json');
const settings = JSON.stringify({
  extends: './tsconfig.base.json',
  compilerOptions: { composite: false, emitDeclarationOnly: false, noEmit: true },
  files: [answersFile],
});

/**
 * A schema for each command, by its name.
 *
 * @returns {Record<string, Schema>}
 */
export const answerSchemas = () => {
  const api = new API({
    cwd: projectFolder,
    fs: {
      readFile: (path) => (path === settingsFile ? settings : undefined),
      fileExists: (path) => (path === settingsFile ? true : undefined),
    },
  });
  try {
    const project = api.updateSnapshot({ openProjects: [settingsFile] }).getProject(settingsFile);
    if (project === undefined) throw new Error(`${answersFile} could not be looked at.`);
    const { checker, program } = project;
    const [fault] = program.getSemanticDiagnostics(answersFile);
    if (fault !== undefined) throw new Error(`${fault.fileName}: ${fault.text}`);
    const at = readFileSync(answersFile, 'utf8').indexOf('interface Answers ') + 'interface '.length;
    const answers = checker.getTypeAtPosition(answersFile, at);
    if (answers === undefined) throw new Error(`${answersFile} has no Answers.`);
    const entries = checker.getPropertiesOfType(answers).map((verb) => [verb.name, documentOf(verb, checker)]);
    return Object.fromEntries(entries);
  } finally {
    api.close();
  }
};

/**
 * @param {TypeSymbol} verb
 * @param {Checker} checker
 * @returns {Schema}
 */
const documentOf = (verb, checker) => {
  const about = describe(verb, checker);
  /** @type {Map<string, { readonly id: number, schema: Schema }>} */
  const named = new Map();
  const root = schemaOf(typeOf(verb, checker), { checker, named });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `latchkey ${verb.name} --json`,
    ...about,
    ...root,
    $defs: Object.fromEntries(
      [...named].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, { schema }]) => [name, schema]),
    ),
  };
};

/**
 * @param {TypeSymbol} symbol
 * @param {Checker} checker
 * @returns {Schema}
 */
const describe = (symbol, checker) => {
  const text = symbol.getDocumentationComment(checker).replace(/\s+/g, ' ').trim();
  return text === '' ? {} : { description: text };
};

/**
 * @param {TypeSymbol} symbol
 * @param {Checker} checker
 */
const typeOf = (symbol, checker) => {
  const type = checker.getTypeOfSymbol(symbol);
  if (type === undefined) throw new Error(`“${symbol.name}” has no type.`);
  return type;
};

/**
 * What has a name in the sources keeps it, once for each document.
 *
 * @param {Type} type
 * @param {{ readonly checker: Checker, readonly named: Map<string, { readonly id: number, schema: Schema }> }} context
 * @returns {Schema}
 */
const schemaOf = (type, context) => {
  const symbol = type.getAliasSymbol() ?? (type.isClassOrInterface() ? type.getSymbol() : undefined);
  if (symbol === undefined || isArray(type) || type.getAliasTypeArguments().length > 0)
    return bareSchemaOf(type, context);
  const { named, checker } = context;
  const known = named.get(symbol.name);
  if (known === undefined) {
    const entry = { id: type.id, schema: {} };
    named.set(symbol.name, entry);
    entry.schema = { ...describe(symbol, checker), ...bareSchemaOf(type, context) };
  } else if (known.id !== type.id) throw new Error(`There are two types “${symbol.name}”.`);
  return { $ref: `#/$defs/${symbol.name}` };
};

/** @param {Type} type */
const isArray = (type) => ['Array', 'ReadonlyArray'].includes(type.getSymbol()?.name ?? '');

/**
 * @param {Type} type
 * @param {Parameters<typeof schemaOf>[1]} context
 * @returns {Schema}
 */
const bareSchemaOf = (type, context) => {
  if (type.isUnionType()) return schemaOfUnion(type.getTypes(), context);
  if (type.isLiteralType()) return { const: type.value };
  if (type.flags & TypeFlags.String) return { type: 'string' };
  if (type.flags & TypeFlags.Number) return { type: 'number' };
  if (type.flags & TypeFlags.Boolean) return { type: 'boolean' };
  if (type.flags & TypeFlags.Null) return { type: 'null' };
  if (isArray(type) && type.isTypeReference()) {
    const [item] = context.checker.getTypeArguments(type);
    if (item !== undefined) return { type: 'array', items: schemaOf(item, context) };
  }
  if (type.flags & (TypeFlags.Object | TypeFlags.Intersection)) return schemaOfObject(type, context);
  throw new Error(`${context.checker.typeToString(type)} has no JSON.`);
};

/**
 * @param {readonly Type[]} types
 * @param {Parameters<typeof schemaOf>[1]} context
 * @returns {Schema}
 */
const schemaOfUnion = (types, context) => {
  const there = types.filter(({ flags }) => !(flags & TypeFlags.Undefined));
  const truths = there.filter(({ flags }) => flags & TypeFlags.BooleanLiteral);
  const words = there.filter((type) => type.isStringLiteralType() || type.isNumberLiteralType());
  const others = there.filter((type) => !truths.includes(type) && !words.some((word) => word === type));
  const choices = [
    ...(words.length === 0 ? [] : [{ enum: words.map((word) => (word.isLiteralType() ? word.value : null)) }]),
    ...(truths.length === 2 ? [{ type: 'boolean' }] : truths.map((type) => bareSchemaOf(type, context))),
    ...others.map((type) => schemaOf(type, context)),
  ];
  return choices.length === 1 && choices[0] !== undefined ? choices[0] : { anyOf: choices };
};

/**
 * @param {Type} type
 * @param {Parameters<typeof schemaOf>[1]} context
 * @returns {Schema}
 */
const schemaOfObject = (type, context) => {
  const { checker } = context;
  const members = checker.getPropertiesOfType(type);
  const required = members.filter(({ flags }) => !(flags & SymbolFlags.Optional)).map(({ name }) => name);
  const properties = members.map((member) => {
    const schema = schemaOf(typeOf(member, checker), context);
    return [member.name, { ...describe(member, checker), ...schema }];
  });
  return { type: 'object', properties: Object.fromEntries(properties), required };
};
