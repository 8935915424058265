import { describe, expect, it } from 'vitest';
import { type DiagnosisFacts, type EditorFact, measured, notMeasured } from '../../../electron/core/diagnosis/facts';
import type { Answer } from '../../../electron/core/diagnosis/question';
import { type QuestionId, questions } from '../../../electron/core/diagnosis/questions';
import {
  claudeCodes,
  desktop,
  expiredLogin,
  failsAt,
  host,
  login,
  overruledBy,
  sshLogin,
  tmuxServer,
} from './sample-diagnosis-facts';

const ask = (id: QuestionId, facts: DiagnosisFacts, tools: readonly string[] | null = null): Answer =>
  questions[id].ask({ facts, tools });
const answer = (id: QuestionId, facts: DiagnosisFacts, tools: readonly string[] | null = null) =>
  ask(id, facts, tools).answer;
const weight = (id: QuestionId, facts: DiagnosisFacts, tools: readonly string[] | null = null) => {
  const given = ask(id, facts, tools);
  return given.answer === 'yes' ? given.weight : given.answer;
};

describe('a question', () => {
  it.each(Object.keys(questions) as QuestionId[])('%s is not known where nobody looked, and throws nothing', (id) => {
    expect(ask(id, {})).toMatchObject({ answer: 'not-known', reason: 'it was not looked at' });
  });

  it('passes on why something was not measured', () => {
    expect(ask('disk-full', { disk: notMeasured('the check was cancelled') })).toEqual({
      answer: 'not-known',
      fact: 'disk',
      reason: 'the check was cancelled',
    });
  });

  it.each([
    [19e6, 'yes'],
    [20e6, 'no'],
  ])('calls a disk with %d bytes full: %s', (freeBytes, expected) => {
    expect(answer('disk-full', { disk: measured({ path: '/', freeBytes }) })).toBe(expected);
  });

  it.each([
    [120, 'no'],
    [-120, 'no'],
    [121, 'yes'],
    [-121, 'yes'],
  ])('calls a clock %d s off wrong: %s', (seconds, expected) => {
    expect(answer('clock-wrong', { clockSkewSeconds: measured(seconds) })).toBe(expected);
  });

  it.each([
    [7100, 'Measured: this Mac’s clock is 1 h 58 min ahead of a server’s.'],
    [-7200, 'Measured: this Mac’s clock is 2 h behind a server’s.'],
    [400_000, 'Measured: this Mac’s clock is 5 d ahead of a server’s.'],
  ])('says how far %d s are', (seconds, sentence) => {
    expect(ask('clock-wrong', { clockSkewSeconds: measured(seconds) })).toMatchObject({ evidence: [{ sentence }] });
  });

  it('does not call extensions peaceable that could not be listed', () => {
    const editor = { editor: 'vscode', name: 'VS Code', storage: 'present', extensions: [] } as const;
    const unlisted = { ...editor, conflicting: [], extensionsUnread: 'it could not be listed' };
    const ask = (...editors: readonly EditorFact[]) => answer('editor-conflict', { editors: measured(editors) });
    expect(ask(unlisted)).toBe('not-known');
    expect(ask(unlisted, { ...editor, conflicting: ['a.one', 'b.two'] })).toBe('yes');
    expect(ask({ ...editor, conflicting: [] })).toBe('no');
  });

  it.each([
    ['2.1.240', '2.1.241', 'yes'],
    ['2.1.240', '2.1.240', 'no'],
    ['2.1.9', '2.1.10', 'yes'],
    ['2.10.0', '2.9.9', 'no'],
    ['2.1', '2.1.0', 'no'],
    ['2.1.0-beta.1', '2.1.1', 'yes'],
    ['unreadable', '2.1.0', 'no'],
  ])('calls %s older than %s: %s', (version, newest, expected) => {
    const claudeCopies = measured([{ path: '/opt/claude', version }]);
    expect(answer('outdated', { claudeCopies, claudeNewest: measured(newest) })).toBe(expected);
  });
});

describe('the keychain’s questions', () => {
  it('take what shares the desktop’s session for the desktop', () => {
    const shared = tmuxServer('locked', { bornIn: 'desktop' });
    expect(answer('tmux-locked', { sessions: measured([shared]) })).toBe('no');
  });

  it('call another session’s lock a hint from inside a session that sees it unlocked', () => {
    const here = sshLogin('unlocked', { isThisSession: true });
    expect(weight('desktop-locked', { sessions: measured([desktop('locked', false), here]) })).toBe('hint');
    expect(weight('desktop-locked', { sessions: measured([desktop('locked')]) })).toBe('certain');
    const tmuxOfDesktop = tmuxServer('unlocked', { bornIn: 'desktop', isThisSession: true });
    expect(weight('ssh-locked', { sessions: measured([tmuxOfDesktop, sshLogin('locked')]) })).toBe('certain');
  });

  it('do not count an unknown state as locked', () => {
    expect(answer('desktop-locked', { sessions: measured([desktop('unknown')]) })).toBe('no');
  });

  it('ask for the lock only of logins that lie in a keychain', () => {
    const of = (changes: Parameters<typeof login>[0]) => ({ credentials: measured([login(changes)]) });
    expect(answer('needs-keychain', of({}))).toBe('yes');
    expect(answer('needs-keychain', of({ store: 'other-keychain' }))).toBe('yes');
    expect(answer('needs-keychain', of({ store: 'unknown', overSsh: 'unknown' }))).toBe('yes');
    expect(answer('needs-keychain', of({ store: 'file', overSsh: 'survives' }))).toBe('no');
    expect(answer('needs-keychain', of({ store: 'desktop-app' }))).toBe('no');
    expect(answer('needs-keychain', of({}), ['gh'])).toBe('not-known');
  });
});

describe('the login’s questions', () => {
  it('leave the logins of other tools alone', () => {
    const credentials = measured([expiredLogin({ tool: 'aws', name: 'AWS CLI' })]);
    expect(answer('expired', { credentials: measured([login()]) }, ['claude-code'])).toBe('no');
    expect(answer('expired', { credentials }, ['claude-code'])).toBe('not-known');
    expect(answer('expired', { credentials })).toBe('yes');
  });

  it('take a missing login for a hint where no tool was named: nobody is signed in to all of them', () => {
    const credentials = measured([login({ status: 'signed-out' })]);
    expect(weight('signed-out', { credentials })).toBe('hint');
    expect(weight('signed-out', { credentials }, ['claude-code'])).toBe('certain');
  });

  it('count a folder variable for nothing, one setting for one, and two for several', () => {
    expect(answer('one-variable', { overrides: overruledBy({ name: 'CLAUDE_CONFIG_DIR', kind: 'folder' }) })).toBe(
      'no',
    );
    expect(answer('one-variable', { overrides: overruledBy({}) })).toBe('yes');
    expect(answer('one-variable', { overrides: overruledBy({}, {}) })).toBe('no');
    expect(answer('several-variables', { overrides: overruledBy({}) })).toBe('no');
    expect(answer('several-variables', { overrides: overruledBy({}, {}) })).toBe('yes');
    expect(answer('provider', { overrides: overruledBy({}) })).toBe('no');
  });

  it('suspect an old token only where another Claude Code may have used it up', () => {
    expect(answer('old-token', { claudeCode: claudeCodes({ running: 1, mayHoldOldToken: 1 }) })).toBe('no');
    expect(answer('old-token', { claudeCode: claudeCodes({ running: 2, mayHoldOldToken: 1 }) })).toBe('yes');
    expect(answer('old-token', { claudeCode: claudeCodes({ running: 2, mayHoldOldToken: 1 }) }, ['gh'])).toBe('no');
  });
});

describe('the network’s questions', () => {
  const hostsOf = (...hosts: Parameters<typeof host>[0][]) => ({ hosts: measured(hosts.map((one) => host(one))) });

  it('leave status pages, registries and other tools’ hosts alone', () => {
    const dns = { kind: 'hangs', tookMs: 3000 } as const;
    expect(answer('names-hang', hostsOf({ dns }))).toBe('yes');
    expect(answer('names-hang', hostsOf({ dns, role: 'status' }))).toBe('no');
    expect(answer('names-hang', hostsOf({ dns }), ['gh'])).toBe('no');
    expect(answer('names-hang', hostsOf({ dns, tools: [] }), ['gh'])).toBe('yes');
  });

  it.each([
    [200, 'no', 'no'],
    [401, 'no', 'no'],
    [404, 'no', 'no'],
    [429, 'yes', 'no'],
    [500, 'no', 'yes'],
    [503, 'no', 'yes'],
    [529, 'yes', 'no'],
  ])('take HTTP %d for capacity: %s, for an error: %s', (status, capacity, error) => {
    const given = { hosts: measured([failsAt.status(status)]) };
    expect([answer('overloaded', given), answer('server-error', given)]).toEqual([capacity, error]);
  });

  it('say how long the service asks to wait', () => {
    expect(ask('overloaded', { hosts: measured([failsAt.status(429, 30)]) })).toMatchObject({
      evidence: [{ sentence: 'Measured: api.anthropic.com answers with HTTP 429 and asks to wait 30 s.' }],
    });
  });

  it('call the network down only where no host is in reach', () => {
    const tcp = { kind: 'unreachable', tookMs: 1 } as const;
    expect(answer('network-down', hostsOf({ tcp }, { host: 'claude.ai' }))).toBe('no');
    expect(answer('network-down', hostsOf({ tcp }, { host: 'claude.ai', tcp }))).toBe('yes');
    expect(answer('network-down', hostsOf())).toBe('no');
  });

  it('call a private address that answers well a hint: a company’s own way may work', () => {
    const dns = { kind: 'private-address', tookMs: 3 } as const;
    expect(weight('private-answer', hostsOf({ dns }))).toBe('hint');
    expect(weight('private-answer', { hosts: measured([failsAt.dns(dns)]) })).toBe('certain');
  });
});
