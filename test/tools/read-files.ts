import { canary, dayMs, now } from './one-keychain';
import { sqliteDatabase } from './sqlite-database';
import { throwAwayCertificate } from './throw-away-certificate';

/** A file that a tool's look reads. */
export interface ReadFile {
  readonly whole: string | Buffer;
  /** Its beginning, where that can be told from a whole one; null where it is a whole one too. */
  readonly cutShort: string | Buffer | null;
  /** Of the right syntax, and none of what the tool writes. */
  readonly wrong: readonly string[];
}

export const text = (whole: string, cutShort: string | null, ...wrong: readonly string[]): ReadFile => ({
  whole,
  cutShort,
  wrong,
});
export const json = (whole: unknown, ...wrong: readonly string[]): ReadFile => {
  const written = JSON.stringify(whole);
  return { whole: written, cutShort: written.slice(0, written.length / 2), wrong: ['', `"${canary}"`, ...wrong] };
};
export const database = (...statements: readonly string[]): ReadFile => {
  const whole = sqliteDatabase(statements);
  return { whole, cutShort: whole.subarray(0, 5000), wrong: [canary] };
};
export const certificate = (): ReadFile => {
  const whole = throwAwayCertificate({ name: 'client', startsAt: now - dayMs, endsAt: now + 90 * dayMs });
  return text(whole, whole.slice(0, 80), '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
};
export const npmrc = (registry: string): ReadFile =>
  text(
    `//${registry}.example.com/:_authToken=${canary}\n`,
    `//${registry}.example.com/:_authTok`,
    `//x/:_authToken[]=${canary}\n`,
  );
