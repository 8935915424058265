// Loaded before a program (`node --require`): writes the native libraries that it loads into the file that LIBRARIES names.
const { appendFileSync } = require('node:fs');

const { dlopen } = process;
process.dlopen = (...values) => {
  appendFileSync(process.env.LIBRARIES, `${values[1]}\n`);
  dlopen.apply(process, values);
};
