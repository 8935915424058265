import type { LoginTimes } from '../../core/credentials/login-status';
import { isJsonObject, type JsonObject, memberOf } from '../../core/text/json';
import { shownName } from '../common/common-credentials';
import { storedMoment, storedText, type Wrong, wrong } from '../formats/stored-values';
import { parseWrittenDay, parseWrittenTime } from '../formats/written-time';
import type { LoginPlace, ValuePath } from './tool-row';

/** A login that a file of a row tells of, without its secrets. */
export type RowLogin =
  /** `times` is null where a value is of the wrong kind. */
  | {
      readonly kind: 'stored';
      readonly account: string | null;
      readonly times: LoginTimes | null;
      readonly isEndless: boolean;
    }
  /** The file says that it is there, and an item of the keychain holds it. */
  | {
      readonly kind: 'in-item';
      readonly account: string | null;
      readonly service: string;
      readonly itemAccount: string | null;
    };

const noTimes: LoginTimes = { accessTokenExpiresAt: null, loginExpiresAt: null, hasRefreshToken: false };

/** Of a file of which only that it holds one can be told. */
export const loginWithoutEnd: Extract<RowLogin, { kind: 'stored' }> = {
  kind: 'stored',
  account: null,
  times: noTimes,
  isEndless: false,
};

/** What stands there of a file that was parsed, or `wrong` where it is built otherwise. */
export const loginsAt = (file: JsonObject, place: LoginPlace): readonly RowLogin[] | Wrong => {
  const found = place.each === undefined ? [{ name: '', value: file }] : valuesAt(file, place.each);
  return found === wrong ? wrong : found.flatMap(({ name, value }) => loginOf(name, value, place) ?? []);
};

interface Named {
  readonly name: string;
  readonly value: unknown;
}

const valuesAt = (value: unknown, path: ValuePath): readonly Named[] | Wrong => {
  let values: readonly Named[] = [{ name: '', value }];
  for (const step of path === '' ? [] : path.split('.')) {
    const next: Named[] = [];
    for (const { value: one } of values) {
      if (one === undefined || one === null) continue;
      if (Array.isArray(one) && step === '*') next.push(...one.map((entry: unknown) => ({ name: '', value: entry })));
      else if (!isJsonObject(one)) return wrong;
      else for (const name of step === '*' ? Object.keys(one) : [step]) next.push({ name, value: memberOf(one, name) });
    }
    values = next;
  }
  return values;
};

const loginOf = (name: string, value: unknown, place: LoginPlace): RowLogin | null => {
  const [fits, group] = place.only?.exec(name) ?? [];
  if (place.only !== undefined && fits === undefined) return null;
  if (place.isMixed && !isJsonObject(value)) return null;
  const called = place.account === undefined ? null : (textAt(value, place.account) ?? name);
  const account = shownName(group ?? called);
  const broken: RowLogin = { kind: 'stored', account: account ?? shownName(name), times: null, isEndless: false };
  const tokens = textsAt(value, place.tokens, place.like);
  const renewal = textsAt(value, place.renewal === undefined ? [] : [place.renewal]);
  if (tokens === wrong || renewal === wrong) return broken;
  const { item } = place;
  const isInItem = item?.whereToken === undefined ? tokens.length === 0 : tokens.some(fitting(item.whereToken));
  if (item !== undefined && isInItem) return inItem(name, value, account, item);
  if (tokens.length + renewal.length === 0) return null;
  const end = endAt(value, place);
  if (end === wrong) return broken;
  const times: LoginTimes = {
    accessTokenExpiresAt: place.isLoginsEnd ? null : end,
    loginExpiresAt: place.isLoginsEnd ? end : null,
    hasRefreshToken: renewal.length > 0,
  };
  return { kind: 'stored', account, times, isEndless: place.isEndless === true && end === null };
};

const fitting = (pattern: RegExp) => (text: string) => pattern.test(text);

const inItem = (
  name: string,
  value: unknown,
  account: string | null,
  { service, account: itemAccount }: NonNullable<LoginPlace['item']>,
): RowLogin | null => {
  const fill = (template: string): string | null => {
    const filled = template.replace(
      /\{([^}]*)\}/g,
      (_, path: string) => (path === '#' ? name : textAt(value, path)) ?? '',
    );
    return shownName(filled);
  };
  const ofItem = fill(service);
  if (ofItem === null) return null;
  return {
    kind: 'in-item',
    account,
    service: ofItem,
    itemAccount: itemAccount === undefined ? null : fill(itemAccount),
  };
};

const textAt = (value: unknown, path: ValuePath): string | null => {
  const found = path === '#' ? wrong : valuesAt(value, path);
  const [first] = found === wrong ? [] : found;
  return typeof first?.value === 'string' ? first.value : null;
};

/** The texts in those places that are not blank; they go no further than this file. */
const textsAt = (value: unknown, paths: readonly ValuePath[], like?: RegExp): readonly string[] | Wrong => {
  const texts: string[] = [];
  for (const path of paths) {
    const found = valuesAt(value, path);
    if (found === wrong) return wrong;
    for (const { value: one } of found) {
      if (like !== undefined && !(typeof one === 'string' && like.test(one))) continue;
      const has = storedText(one);
      if (has === wrong) return wrong;
      if (has) texts.push(String(one));
    }
  }
  return texts;
};

const endAt = (value: unknown, { end, isEndless }: LoginPlace): number | null | Wrong => {
  if (end === undefined) return null;
  const [path, unit] = end;
  const found = valuesAt(value, path);
  if (found === wrong) return wrong;
  const written = found[0]?.value;
  if (unit !== 'text') {
    const moment = storedMoment(written, unit);
    return isEndless && moment === 0 ? null : moment;
  }
  if (storedText(written) === wrong) return wrong;
  return parseWrittenTime(written) ?? parseWrittenDay(written);
};
