import { describe, expect, it } from 'vitest';
import { parseGitConfig } from '../../../electron/tools/git/git-config';
import { parseGitHelper } from '../../../electron/tools/git/git-helper';
import { parseGitStore } from '../../../electron/tools/git/git-store';
import { coversGitUrl, formatGitUrl, parseGitUrl } from '../../../electron/tools/git/git-url';

const values = (text: string) => parseGitConfig(text, ['a'])?.map(({ value }) => value);

describe("git's configuration", () => {
  it.each([
    ['[a]\nx = 1', ['1']],
    ['[A] x=1 ; comment\n# comment\n[b]\nx = 2', ['1']],
    ['[a]\n  x = " quoted # text " # comment', [' quoted # text ']],
    ['[a]\nx = two   words   ', ['two   words']],
    ['[a]\r\nx = 1\r\n', ['1']],
    ['[a]\nx = goes \\\n  on', ['goes   on']],
    ['[a]\nx = "\\"\\\\\\t"', ['"\\\t']],
    ['[a]\nx', [null]],
    ['[a]\nx =', ['']],
    ['[a]\nx = 1\nx = 2', ['1', '2']],
    ['', []],
    ['x = 1\n[b][a]x = 2', ['2']],
  ])('%j has the values %j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('has subsections, quoted and dotted', () => {
    const settings = parseGitConfig('[a "B \\"c\\" \\\\"]\nx = 1\n[a.Dotted]\nx = 2', ['a']);
    expect(settings?.map(({ subsection }) => subsection)).toEqual(['B "c" \\', 'dotted']);
  });

  it.each(['[a', '[a "b]', '[a]\nx = "open', '[a]\nx = \\q', '[a]\n1x = 1', '[a]\nx y = 1', '{"json": 1}'])(
    '%j is none',
    (text) => {
      expect(values(text)).toBeUndefined();
    },
  );
});

describe('a credential helper', () => {
  it.each([
    ['', { kind: 'reset' }],
    ['osxkeychain', { kind: 'osxkeychain' }],
    ['/usr/local/bin/git-credential-osxkeychain', { kind: 'osxkeychain' }],
    ['!git credential-osxkeychain', { kind: 'osxkeychain' }],
    ['manager-core', { kind: 'manager' }],
    ['"/Applications/My GCM/git-credential-manager"', { kind: 'manager' }],
    ['cache --timeout 30', { kind: 'cache' }],
    ['store', { kind: 'store', path: null }],
    ['store --file=/a/b', { kind: 'store', path: '/a/b' }],
    ["!'/opt/my tools/gh' auth git-credential", { kind: 'gh' }],
    ['!gh auth git-credential', { kind: 'gh' }],
    ['!aws codecommit credential-helper $@', { kind: 'aws', profile: null }],
    ['!AWS_PROFILE=work aws codecommit credential-helper $@', { kind: 'aws', profile: 'work' }],
    ['!f() { echo secret; }; f', { kind: 'other', name: null }],
    ['!f() { echo password=secret; }; f', { kind: 'other', name: null }],
    ['!TOKEN=secret tool', { kind: 'other', name: 'tool' }],
    [`!${'x '.repeat(5000)}`, { kind: 'other', name: null }],
  ])('%j is %j', (text, helper) => {
    expect(parseGitHelper(text)).toEqual(helper);
  });
});

describe("a URL of git's", () => {
  it.each([
    ['https://user:p@ss@GitHub.com:443/org/', 'github.com/org'],
    ['http://example.com', 'http://example.com'],
    ['example.com', 'example.com'],
    ['https://*.example.com', '*.example.com'],
  ])('%s is told as %s', (text, told) => {
    const url = parseGitUrl(text);
    expect(url && formatGitUrl(url)).toBe(told);
  });

  it.each([
    ['https://github.com', 'https://github.com/org', true],
    ['https://github.com/org', 'https://github.com/org/team', true],
    ['https://github.com/org', 'https://github.com/organisation', false],
    ['https://*.example.com', 'https://a.example.com', true],
    ['https://*.example.com', 'https://a.b.example.com', false],
    ['http://github.com', 'https://github.com', false],
    ['github.com', 'https://github.com', true],
  ])('%s covers %s: %s', (pattern, target, covers) => {
    const [left, right] = [parseGitUrl(pattern), parseGitUrl(target)];
    expect(left && right && coversGitUrl(left, right)).toBe(covers);
  });
});

describe("git's plain store", () => {
  it('gives its hosts and nothing else', () => {
    const text =
      'https://u:secret@github.com\nhttps://u:s%2Fx@b.example.com:8443/path\nhttps://c.example.com\nnonsense\n';
    const parsed = parseGitStore(text);
    expect(parsed.ok && parsed.value.map(({ host }) => host)).toEqual(['github.com', 'b.example.com:8443']);
    expect(JSON.stringify(parsed)).not.toContain('secret');
  });
});
