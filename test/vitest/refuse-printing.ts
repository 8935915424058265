import { afterEach } from 'vitest';

const methods = ['log', 'info', 'debug', 'warn', 'error', 'trace', 'table', 'dir'] as const;

/** Of all test files that this process runs, since the last look. */
const printed: string[] = [];

for (const method of methods) {
  const original = console[method];
  console[method] = (...values: unknown[]) => {
    printed.push(`console.${method}: ${values.map(String).join(' ')}`);
    Reflect.apply(original, console, values);
  };
}

/**
 * A test fails when something in its process has printed to the console: neither the product nor a library that it uses has
 * anything to say there.
 */
export const failTestsThatPrint = (): void => {
  afterEach(() => {
    const [first] = printed.splice(0);
    if (first !== undefined) throw new Error(`Something printed to the console in this test. ${first}`);
  });
};
