import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Answers } from '../../electron/cli/text/answers';
import { projectFolder } from '../project-files';

const folder = join(projectFolder, 'docs/schema');

/** The commands whose answer has a published schema. */
export const publishedSchemas = (): readonly string[] =>
  readdirSync(folder)
    .map((name) => name.replace(/\.json$/, ''))
    .sort();

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** The published schema lets fields be added; here one that it does not have is one too many. */
const closed = (schema: Json): Json => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, closed(part)]));
  return parts.type === 'object' ? { ...parts, additionalProperties: false } : parts;
};

const read = new Map<string, z.ZodType>();

const schemaOf = (verb: string): z.ZodType => {
  const text = readFileSync(join(folder, `${verb}.json`), 'utf8');
  const schema =
    read.get(verb) ?? z.fromJSONSchema(closed(JSON.parse(text) as Json) as Parameters<typeof z.fromJSONSchema>[0]);
  read.set(verb, schema);
  return schema;
};

/**
 * What a command has printed with --json, once it is known to be what its schema says, to the last field.
 *
 * @throws where it is not
 */
export const readAnswer = <Verb extends keyof Answers>(verb: Verb, printed: string): Answers[Verb] =>
  schemaOf(verb).parse(JSON.parse(printed)) as Answers[Verb];
