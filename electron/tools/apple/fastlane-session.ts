import { failure, type Outcome, success } from '../../core/outcome';
import { isJsonObject } from '../../core/text/json';
import { outsideMoment } from '../../core/time/outside-numbers';
import { settingsFormat } from '../common/file-format';
import { readYaml } from '../formats/read-yaml';
import { parseWrittenTime } from '../formats/written-time';

/** A stored session with Apple, without its cookies. */
export interface FastlaneSession {
  /** Milliseconds since 1970: when this Mac is no longer trusted and Apple asks for a code again; null when not told. */
  readonly endsAt: number | null;
}

/**
 * Reads the cookie jar that fastlane stores (Ruby's http-cookie writes it, as YAML). The session's own cookie (`myacinfo`)
 * tells no end; the one that makes this Mac a trusted one (`DES…`) does, about a month after it was made.
 */
export const parseFastlaneSession = (text: string): Outcome<FastlaneSession> => {
  const read = readYaml(text, { schema: 'core' });
  if (!read.ok) return failure('garbled', 'it is not the YAML that fastlane writes');
  const cookies = read.value;
  if (!Array.isArray(cookies) || !cookies.every(isJsonObject)) {
    return failure('garbled', 'it is not the list of cookies that fastlane writes');
  }
  const ends = cookies
    .filter(({ name }) => typeof name === 'string' && /^DES\w/.test(name))
    .map(({ expires, max_age: maxAgeSeconds, created_at: createdAt }) => endOf(expires, maxAgeSeconds, createdAt))
    .filter((end) => end !== null);
  return success({ endsAt: ends.length > 0 ? Math.max(...ends) : null });
};

const longestAgeSeconds = 10 * 365 * 24 * 60 * 60;

/** A cookie has an age or a moment; where it has both the age counts (RFC 6265 §5.3). */
const endOf = (expires: unknown, maxAgeSeconds: unknown, createdAt: unknown): number | null => {
  const created = parseWrittenTime(createdAt);
  if (typeof maxAgeSeconds === 'number' && maxAgeSeconds >= 0 && maxAgeSeconds <= longestAgeSeconds && created !== null)
    return outsideMoment(created + maxAgeSeconds * 1000);
  return parseWrittenTime(expires);
};

export const fastlaneSessionFormat = settingsFormat({
  name: 'fastlane-session',
  syntax: 'yaml',
  largestBytes: 64 * 1024,
  parse: parseFastlaneSession,
});
