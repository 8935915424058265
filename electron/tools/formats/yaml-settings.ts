import { failure, type Outcome, success } from '../../core/outcome';
import { isJsonObject, type JsonObject } from '../../core/text/json';
import { readYaml } from './read-yaml';

/** A YAML file of settings, by name; an empty one has none. The reason of a failure quotes nothing of it. */
export const parseYamlSettings = (text: string): Outcome<JsonObject> => {
  const read = readYaml(text, { schema: 'core' });
  if (!read.ok) return read;
  const { value } = read;
  if (value === undefined || value === null) return success({});
  return isJsonObject(value) ? success(value) : failure('no-settings', 'it is not the list of settings it should be');
};
