import { describe, expect, it } from 'vitest';
import { sessionTitle, titleSaysFrom } from '../../../electron/core/sessions/session-title';

const address = '192.168.1.9';

describe('the title of a session', () => {
  it.each([
    [{ kind: 'ssh', from: address }, 'SSH login from 192.168.1.9', true],
    [{ kind: 'ssh' }, 'SSH login', false],
    [{ kind: 'ssh', name: 'build', from: address }, 'SSH login ‘build’', false],
    [{ kind: 'tmux-server', name: 'work', from: address }, 'tmux server ‘work’', false],
    [{ kind: 'mosh', from: address }, 'mosh session', false],
    [{ kind: 'fresh-ssh' }, 'The next SSH login', false],
  ] as const)('of %o is "%s"', (session, title, saysFrom) => {
    expect(sessionTitle(session)).toBe(title);
    expect(titleSaysFrom(session)).toBe(saysFrom);
  });
});
