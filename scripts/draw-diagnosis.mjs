// Writes docs/diagnosis.md from the data in electron/core/diagnosis: `node scripts/draw-diagnosis.mjs`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { diagnosisPage } from './diagnosis-page.mjs';
import { projectFolder } from './project-folder.mjs';

const modules = [
  ...['tree', 'questions', 'causes/causes', 'causes/cures', 'causes/checks', 'symptoms', 'messages/messages'],
  ...['checklist', 'login-methods'],
];

/** @type {Record<string, unknown>} */
const data = {};
for (const name of modules) {
  const file = join(projectFolder, `electron/core/diagnosis/${name}.ts`);
  const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });
  Object.assign(data, module);
}
const page = diagnosisPage(/** @type {import('./diagnosis-page.mjs').DiagnosisData} */ (data));
writeFileSync(join(projectFolder, 'docs/diagnosis.md'), page);
