import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database as SQLite itself writes it. */
export const sqliteDatabase = (statements: readonly string[]): Buffer => {
  const made = mkdtempSync(join(tmpdir(), 'latchkey-database-'));
  try {
    const path = join(made, 'made.db');
    const script = 'import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.executescript(sys.stdin.read())';
    execFileSync('python3', ['-c', script, path], { input: ['BEGIN', ...statements, 'COMMIT'].join(';\n') });
    return readFileSync(path);
  } finally {
    rmSync(made, { recursive: true });
  }
};
