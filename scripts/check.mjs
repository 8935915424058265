// `npm run check`: types, lint, format and dead code. It runs nothing of the product, and takes half a minute at most.
import { quickChecks, runChecks } from './checks.mjs';

const { failed } = await runChecks(quickChecks);
process.exit(failed.length === 0 ? 0 : 1);
