/** How one step of a connection ended. */
export type StepEnd<Value> =
  | { readonly kind: 'ended'; readonly value: Value; readonly tookMs: number }
  | { readonly kind: 'late'; readonly tookMs: number }
  | { readonly kind: 'called-off' };

export interface Bound {
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/**
 * Waits for one step within its bound.
 *
 * @param start begins it, tells its end once, and returns the way to take it back: called unless it has ended by itself.
 */
export const boundedStep = <Value>(
  { limitMs, signal }: Bound,
  start: (end: (value: Value) => void) => () => void,
): Promise<StepEnd<Value>> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: 'called-off' });
    const startedMs = performance.now();
    const tookMs = () => Math.round(performance.now() - startedMs);
    let isOver = false;
    const finish = (result: StepEnd<Value>) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', callOff);
      if (result.kind !== 'ended') takeBack();
      resolve(result);
    };
    const callOff = () => finish({ kind: 'called-off' });
    const timer = setTimeout(() => finish({ kind: 'late', tookMs: tookMs() }), limitMs);
    signal.addEventListener('abort', callOff, { once: true });
    const takeBack = start((value) => finish({ kind: 'ended', value, tookMs: tookMs() }));
  });

export const calledOff = { kind: 'not-measured', reason: 'it was called off' } as const;

/** The code that Node gives an error; `unknown` without one. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
