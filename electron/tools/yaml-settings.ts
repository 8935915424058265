import { parse } from 'yaml';
import { failure, type Outcome, success } from '../core/outcome';
import { isJsonObject, type JsonObject } from './json-object';

/** A YAML file of settings, by name; an empty one has none. The reason of a failure quotes nothing of it. */
export const parseYamlSettings = (text: string): Outcome<JsonObject> => {
  try {
    // 'silent' would swallow errors too, and take a text that is cut short for a whole one.
    const value: unknown = parse(text, { logLevel: 'error', maxAliasCount: 20 });
    if (value === undefined || value === null) return success({});
    return isJsonObject(value) ? success(value) : failure('no-settings', 'it is not the list of settings it should be');
  } catch {
    return failure('no-yaml', 'it is not the YAML that it should be');
  }
};
