import { timeFrom } from './relative-time';

/** A scenario that says something impossible. The message names the place and what would be right. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

/** One value of a scenario file with the place it stands at, so that every complaint can name it. */
export class Field {
  constructor(
    readonly value: unknown,
    readonly place: string,
  ) {}

  /** Left out, or null, which every optional field takes to mean the same. */
  get isMissing(): boolean {
    return this.value === undefined || this.value === null;
  }

  complain(whatIsRight: string): never {
    const given =
      this.value === undefined ? 'it is missing' : `it is ${(JSON.stringify(this.value) ?? '?').slice(0, 80)}`;
    throw new ScenarioError(`${this.place || 'The scenario'} ${whatIsRight}; ${given}`);
  }

  member(name: string): Field {
    const record = this.record();
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    return new Field(value, this.place === '' ? name : `${this.place}.${name}`);
  }

  record(): Record<string, unknown> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value))
      return this.complain('must be an object');
    return this.value as Record<string, unknown>;
  }

  /** Every member; none when the field is missing. */
  members(): readonly (readonly [string, Field])[] {
    if (this.isMissing) return [];
    return Object.keys(this.record()).map((name) => [
      name,
      new Field(this.record()[name], `${this.place}[${JSON.stringify(name)}]`),
    ]);
  }

  /** Every element; none when the field is missing. */
  list(): readonly Field[] {
    if (this.isMissing) return [];
    if (!Array.isArray(this.value)) return this.complain('must be a list');
    return this.value.map((value: unknown, index) => new Field(value, `${this.place}[${index}]`));
  }

  text(fallback?: string): string {
    if (this.isMissing && fallback !== undefined) return fallback;
    if (typeof this.value !== 'string') return this.complain('must be a text');
    if (this.value.includes('\0')) return this.complain('must not contain a NUL character');
    return this.value;
  }

  /** A text, or a number or a truth value as a text: what may stand in an environment variable. */
  word(): string {
    return ['number', 'boolean'].includes(typeof this.value) ? String(this.value) : this.text();
  }

  textOrNull(): string | null {
    return this.isMissing ? null : this.text();
  }

  yesOrNo(fallback: boolean): boolean {
    if (this.isMissing) return fallback;
    return typeof this.value === 'boolean' ? this.value : this.complain('must be true or false');
  }

  wholeNumber(least: number, fallback?: number): number {
    if (this.isMissing && fallback !== undefined) return fallback;
    const { value } = this;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least)
      return this.complain(`must be a whole number, ${least} or more`);
    return value;
  }

  oneOf<Choice extends string>(choices: readonly Choice[]): Choice {
    const found = choices.find((choice) => choice === this.value);
    return found ?? this.complain(`must be one of ${choices.join(', ')}`);
  }

  /** @returns milliseconds since 1970 */
  time(nowMs: number, fallbackMs: number): number {
    if (this.isMissing) return fallbackMs;
    return timeFrom(this.value, nowMs) ?? this.complain('must be a time like "2026-09-10T08:00:00Z" or "@now-2h"');
  }
}
