import { describe, expect, it } from 'vitest';
import { toolRows } from '../../../electron/tools/rows/tool-rows';
import { lookAtStores } from '../stores-in-process';
import { awsStores } from './aws-stores';
import { codexStores } from './codex-stores';
import { cursorStores } from './cursor-stores';
import { dockerStores } from './docker-stores';
import { fileRowStores } from './file-row-stores';
import { furtherRowStores } from './further-row-stores';
import { ghStores } from './gh-stores';
import { gitStores } from './git-stores';
import { keychainRowStores } from './keychain-row-stores';
import { plainRowStores } from './plain-row-stores';
import { expiryOf, fatesOf, type StoreTable, toldOf } from './store-row';

const tables: readonly StoreTable[] = [
  ...[awsStores, codexStores, cursorStores, dockerStores, ghStores, gitStores],
  ...[...fileRowStores, ...plainRowStores, ...keychainRowStores, ...furtherRowStores],
];

describe.each(tables)('where $tool keeps its login, and what becomes of it', ({ create, rows }) => {
  it.each(rows.map((row) => [row[0], row] as const))('%s', async (_what, row) => {
    const [, stores, told, desktopTmux, ssh, initial, symptom = null, expiry = null] = row;
    const credentials = await lookAtStores(create, stores);
    expect(credentials.map(toldOf)).toEqual(told);
    expect(fatesOf(credentials)).toEqual([desktopTmux, ssh, initial]);
    expect(credentials[0]?.symptom ?? null).toBe(symptom);
    expect(expiryOf(credentials[0])).toBe(expiry);
  });
});

it('the table has a row for each tool that is a row, and more than three hundred in all', () => {
  const ofRows = tables.filter(({ tool }) => toolRows.some(({ id }) => id === tool));
  expect(ofRows.map(({ tool }) => tool).sort()).toEqual(toolRows.map(({ id }) => id).sort());
  expect(tables.flatMap(({ rows }) => rows).length).toBeGreaterThanOrEqual(300);
});

it('no row says signed out where a store of it could not be read', () => {
  const unread = tables.flatMap(({ rows }) => rows.filter(([, { faults = [] }]) => faults.length > 0));
  expect(unread.length).toBeGreaterThan(30);
  expect(unread.filter(([, , told]) => told.some((line) => line.includes('signed-out')))).toEqual([]);
});
