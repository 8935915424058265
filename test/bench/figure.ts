/** One line of `npm run bench`. Times are of this machine: what can be compared are ratios within one run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'µs' | '×' | '/s' | 'kB' | 'rows' | 'children' | 'tools' | 'logins' | 'MiB';
  /** What is asked of it; none where it only explains another. */
  readonly atMost?: number;
}
