// Writes docs/schema from the types in electron/cli/text/answers.ts: `node scripts/draw-schemas.mjs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerSchemas } from './answer-schemas.mjs';
import { projectFolder } from './project-folder.mjs';

const folder = join(projectFolder, 'docs/schema');
mkdirSync(folder, { recursive: true });
for (const [verb, schema] of Object.entries(answerSchemas())) {
  writeFileSync(join(folder, `${verb}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
