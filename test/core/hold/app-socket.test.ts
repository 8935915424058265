import { describe, expect, it } from 'vitest';
import { longestLineCharacters, parseSocketAnswer, parseSocketRequest } from '../../../electron/core/hold/app-socket';
import { longestHoldJournalBytes } from '../../../electron/core/hold/hold-journal';
import { mostKeychains } from '../../../electron/core/hold/hold-request';
import { isReplyTo } from '../../../electron/core/hold/running-app';

describe('a line to the app', () => {
  it.each([
    { id: 0, verb: 'state.get' },
    { id: 7, verb: 'hold.end', payload: { relock: true } },
  ])('is read: %j', (request) => {
    expect(parseSocketRequest(JSON.stringify(request))).toEqual({ ok: true, value: request });
  });

  it.each(['', '7', '{"id":-1,"verb":"a"}', '{"id":1.5,"verb":"a"}', '{"id":1}', '{"id":1,"verb":"a","more":1}'])(
    'is none: %s',
    (line) => {
      expect(parseSocketRequest(line)).toEqual({
        ok: false,
        code: 'garbled',
        reason: 'A request is one line of JSON: {"id": a number, "verb": a word, "payload": …}.',
      });
    },
  );

  it('and a journal have room for the longest paths of as many keychains as there may be', () => {
    expect(longestLineCharacters).toBeGreaterThan(mostKeychains * 1024);
    expect(longestHoldJournalBytes).toBeGreaterThan(mostKeychains * 1024);
  });
});

describe('a line from the app', () => {
  it.each([
    { id: 1, ok: true, value: { hold: null } },
    { id: 1, ok: true },
    { id: null, ok: false, code: 'garbled', reason: 'What?' },
  ])('is read: %j', (answer) => {
    expect(parseSocketAnswer(JSON.stringify(answer))).toEqual(answer);
  });

  it.each([
    '',
    '{"id":null,"ok":true}',
    '{"id":1,"ok":"yes"}',
    '{"id":1,"ok":false}',
    '{"id":1,"ok":false,"code":"a"}',
    '{"ok":false,"code":"a","reason":"b"}',
  ])('is none: %s', (line) => {
    expect(parseSocketAnswer(line)).toBeNull();
  });
});

describe('what a verb is answered with', () => {
  const facts = { keychains: [], end: {}, restores: {} };

  it.each([
    ['state.get', { hold: null }],
    ['state.get', { hold: { state: 'off' } }],
    ['state.get', { hold: { state: 'on', ...facts } }],
    ['state.get', { hold: { state: 'restoring', ...facts, problems: [] } }],
    ['hold.start', { ok: true }],
    ['hold.end', { ok: false, code: 'a', reason: 'b' }],
    ['hold.resolveConflict', { ok: true }],
  ] as const)('%s: %j', (verb, reply) => {
    expect(isReplyTo(verb, reply)).toBe(true);
  });

  it.each([
    ['state.get', {}],
    ['state.get', { hold: {} }],
    ['state.get', { hold: { state: 'on' } }],
    ['state.get', { hold: { state: 'on', ...facts, keychains: {} } }],
    ['state.get', { hold: { state: 'restoring', ...facts } }],
    ['state.get', { hold: { state: 'paused', ...facts } }],
    ['hold.start', { hold: null }],
    ['hold.end', { ok: false }],
    ['hold.resolveConflict', { ok: false, code: 'a' }],
  ] as const)('not %s: %j', (verb, reply) => {
    expect(isReplyTo(verb, reply)).toBe(false);
  });
});
