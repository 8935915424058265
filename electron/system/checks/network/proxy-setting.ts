import type { MacHost } from '../../mac/host';

type Environment = MacHost['environment'];

/** Names that command line tools look at, the one that counts first for an https address. */
const forHttps = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'HTTP_PROXY', 'http_proxy'] as const;
const exceptions = ['NO_PROXY', 'no_proxy'] as const;

/** Which proxy variables are set; their values may hold a password and stay where they are. */
export const proxyVariables = (environment: Environment): readonly string[] =>
  [...forHttps, ...exceptions].filter((name) => Boolean(environment[name]));

/** The way to a host: straight, through a proxy, or through one that is not ours to ask. */
export type ProxySetting =
  | { readonly kind: 'none' }
  | { readonly kind: 'proxy'; readonly variable: string; readonly host: string; readonly port: number }
  | { readonly kind: 'not-usable'; readonly variable: string; readonly reason: string };

/**
 * The proxy that command line tools use for a host, by the variables of this process (a login item does not see those of
 * a shell). One whose address carries a password is not used: nothing secret is ever sent.
 */
export const proxyFor = (environment: Environment, host: string): ProxySetting => {
  const variable = forHttps.find((name) => Boolean(environment[name]));
  if (variable === undefined || isExcepted(environment, host)) return { kind: 'none' };
  const text = environment[variable] ?? '';
  // `proxy.example:3128` alone would be taken for a scheme.
  const address = text.includes('://') ? text : `http://${text}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  const not = (reason: string): ProxySetting => ({ kind: 'not-usable', variable, reason });
  if (url === null || url.hostname === '') return not('its value is no address');
  if (url.username !== '' || url.password !== '') return not('its address carries a name or a password');
  if (url.protocol !== 'http:') return not(`it is of the kind ${url.protocol.slice(0, -1).slice(0, 20)}`);
  return { kind: 'proxy', variable, host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || 80 };
};

const isExcepted = (environment: Environment, host: string): boolean => {
  const list = exceptions.map((name) => environment[name] ?? '').join(',');
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map((entry) =>
      entry
        .toLowerCase()
        .replace(/^\*?\./, '')
        .replace(/:\d+$/, ''),
    )
    .some((entry) => entry === '*' || host === entry || host.endsWith(`.${entry}`));
};
