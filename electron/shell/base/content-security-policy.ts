/**
 * Everything is forbidden, then the popover's own files are allowed. `connect-src 'none'`: the popover speaks to nobody
 * but the main process. No inline script, no inline style, no `eval`. Sent as a header; the page repeats it in a meta
 * element, which cannot carry `frame-ancestors`.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');
