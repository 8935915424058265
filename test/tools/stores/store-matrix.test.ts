import { describe, expect, it } from 'vitest';
import { lookOnce } from '../tool-on-mac';
import { awsStores } from './aws-stores';
import { codexStores } from './codex-stores';
import { cursorStores } from './cursor-stores';
import { dockerStores } from './docker-stores';
import { ghStores } from './gh-stores';
import { gitStores } from './git-stores';
import { fatesOf, type StoreTable, toldOf } from './store-row';

const tables: readonly StoreTable[] = [awsStores, codexStores, cursorStores, dockerStores, ghStores, gitStores];

describe.each(tables)('where $tool keeps its login, and what becomes of it', ({ create, rows }) => {
  it.each(rows)('%s', async (_what, stores, told, ...fates) => {
    const credentials = await lookOnce(create, stores);
    expect(credentials.map(toldOf)).toEqual(told);
    expect(fatesOf(credentials)).toEqual(fates);
  });
});

it('no row says signed out where a store of it could not be read', () => {
  const unread = tables.flatMap(({ rows }) => rows.filter(([, { faults = [] }]) => faults.length > 0));
  expect(unread.length).toBeGreaterThan(6);
  expect(unread.filter(([, , told]) => told.some((line) => line.includes('signed-out')))).toEqual([]);
});
