import { describe, expect, it } from 'vitest';
import { formatClients } from '../../../electron/core/sessions/format-session';

describe('the clients of a server', () => {
  it.each([
    [{}, null],
    [{ attachedClients: 0, remoteClients: 0 }, 'no client attached'],
    [{ attachedClients: 1 }, '1 client attached'],
    [{ attachedClients: 2, remoteClients: 0 }, '2 clients attached'],
    [{ attachedClients: 2, remoteClients: 1 }, '2 clients attached, 1 over SSH'],
  ])('%o is "%s"', (counts, words) => {
    expect(formatClients(counts)).toBe(words);
  });
});
