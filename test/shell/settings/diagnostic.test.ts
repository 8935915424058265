import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countEvents } from '../../../electron/shell/base/event-counts';
import { createDiagnostic, type Diagnostic } from '../../../electron/shell/settings/diagnostic';
import { replaceChosen } from '../../../electron/system/files/durable-file';

describe('exporting a diagnostic', () => {
  let folder: string;
  let path: string;
  let text: string;
  let diagnostic: Diagnostic;
  const log = vi.fn();
  const askForPath = vi.fn((): Promise<string | null> => Promise.resolve(path));

  beforeEach(() => {
    vi.clearAllMocks();
    folder = mkdtempSync(join(tmpdir(), 'latchkey-diagnostic-'));
    path = join(folder, 'Latchkey diagnostic.json');
    text = '{"first": 1}\n';
    diagnostic = createDiagnostic({ compose: () => text, askForPath, saveText: replaceChosen, log });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('saves exactly what was looked at, whatever has happened since, readable by the user alone', async () => {
    expect(diagnostic.preview()).toBe('{"first": 1}\n');
    text = '{"second": 2}\n';
    expect(await diagnostic.save()).toEqual({ kind: 'saved' });
    expect(readFileSync(path, 'utf8')).toBe('{"first": 1}\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['Latchkey diagnostic.json']);
  });

  it('asks for no place before it was looked at', async () => {
    expect(await diagnostic.save()).toMatchObject({ kind: 'failed' });
    expect(askForPath).not.toHaveBeenCalled();
  });

  it('is not saved where the user does not want to after all, which is no error', async () => {
    askForPath.mockResolvedValueOnce(null);
    diagnostic.preview();
    expect(await diagnostic.save()).toEqual({ kind: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
    expect(log).not.toHaveBeenCalled();
  });

  it('replaces a file that others may read, and a link, without writing into them', async () => {
    writeFileSync(join(folder, 'elsewhere'), 'of somebody else');
    symlinkSync(join(folder, 'elsewhere'), path);
    diagnostic.preview();
    await diagnostic.save();
    expect(readFileSync(join(folder, 'elsewhere'), 'utf8')).toBe('of somebody else');
    chmodSync(path, 0o644);
    await diagnostic.save();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['a folder lies there', () => mkdirSync(join(path, 'inside'), { recursive: true })],
    ['its folder is gone', () => rmSync(folder, { recursive: true })],
    ['the dialog fails', () => askForPath.mockRejectedValueOnce(new Error(`no dialog for ${path}`))],
  ])('says so when %s, and logs no path', async (_what, happen) => {
    happen();
    diagnostic.preview();
    expect(await diagnostic.save()).toEqual({
      kind: 'failed',
      sentence: 'The diagnostic could not be saved there. Choose another place.',
    });
    expect(log).toHaveBeenCalledOnce();
    expect(log.mock.calls.flat().join()).not.toContain(folder);
  });
});

describe('counting what is logged', () => {
  it('writes each line as before and counts it, the most frequent first', () => {
    const write = vi.fn();
    const { log, counts } = countEvents(write);
    for (const event of ['a', 'b', 'b']) log(event);
    expect(write.mock.calls.flat()).toEqual(['a', 'b', 'b']);
    expect(counts()).toEqual([
      { event: 'b', count: 2 },
      { event: 'a', count: 1 },
    ]);
  });

  it('does not grow without end', () => {
    const { log, counts } = countEvents(() => undefined);
    for (let index = 0; index < 10_000; index += 1) log(`event ${index}`);
    expect(counts().length).toBeLessThan(50);
    expect(counts().reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
  });
});
