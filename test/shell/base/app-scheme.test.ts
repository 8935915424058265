import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  answerFromFolder,
  appOrigin,
  contentSecurityPolicy,
  registerAppScheme,
} from '../../../electron/shell/base/app-scheme';

describe('the app:// scheme', () => {
  let parent: string;
  let folder: string;

  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'latchkey-scheme-'));
    folder = join(parent, 'renderer');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'assets/main.js'), 'export {};');
    writeFileSync(join(folder, 'notes.txt'), 'not a kind that is served');
    writeFileSync(join(parent, 'secret.html'), 'outside');
    mkdirSync(join(parent, 'renderer-two'));
    writeFileSync(join(parent, 'renderer-two/index.html'), 'a neighbour');
    symlinkSync(join(parent, 'secret.html'), join(folder, 'link.html'));
  });
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  const get = (url: string, method = 'GET') => answerFromFolder(folder, { url, method });

  it('serves the built popover with the policy and without sniffing', async () => {
    const page = await get(`${appOrigin}/index.html`);
    expect(page.status).toBe(200);
    expect(await page.text()).toBe('<!doctype html>');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const script = await get(`${appOrigin}/assets/main.js`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    ['what is not there', `${appOrigin}/missing.html`],
    ['a folder', `${appOrigin}/assets`],
    ['the root', `${appOrigin}/`],
    ['another host', 'app://elsewhere/index.html'],
    ['another scheme', 'file:///etc/hosts.html'],
    ['an unknown kind of file', `${appOrigin}/notes.txt`],
    ['a path upwards', `${appOrigin}/../secret.html`],
    ['an encoded path upwards', `${appOrigin}/..%2fsecret.html`],
    ['a twice encoded path upwards', `${appOrigin}/%252e%252e/secret.html`],
    ['a neighbour whose name begins alike', `${appOrigin}/..%2frenderer-two/index.html`],
    ['backslashes', `${appOrigin}/..%5csecret.html`],
    ['a null byte', `${appOrigin}/index.html%00.html`],
    ['a broken escape', `${appOrigin}/%E0%A4%A.html`],
    ['a link out of the folder', `${appOrigin}/link.html`],
    ['no address', 'nonsense'],
  ])('answers 404 to %s', async (_what, url) => {
    const answer = await get(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('Not found');
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  });

  it('answers nothing but GET', async () => {
    expect((await get(`${appOrigin}/index.html`, 'POST')).status).toBe(404);
  });

  it('begins its policy by forbidding everything and allows neither inline code nor the network', () => {
    const [first, ...others] = contentSecurityPolicy.split('; ');
    expect(first).toBe("default-src 'none'");
    const own = ['script', 'style', 'img', 'font'].map((what) => `${what}-src 'self'`);
    const none = ['connect-src', 'base-uri', 'form-action', 'frame-ancestors'].map((what) => `${what} 'none'`);
    expect(others.toSorted()).toEqual([...own, ...none, "require-trusted-types-for 'script'"].toSorted());
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|data:/);
  });

  it('is registered with no more privileges than a page needs', () => {
    const registerSchemesAsPrivileged = vi.fn();
    registerAppScheme({ registerSchemesAsPrivileged });
    expect(registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith([
      { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
    ]);
  });
});
