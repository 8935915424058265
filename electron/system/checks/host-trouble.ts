import type { HostFacts } from '../../core/diagnosis/host-facts';
import { formatTimeout } from '../../core/time/format-timeout';

/** The first step that is not as it should be, as a clause that follows on the host's name. */
export const hostTrouble = ({ dns, tcp, tls, http }: HostFacts): string | null =>
  nameTrouble(dns) ?? connectionTrouble(tcp) ?? certificateTrouble(tls) ?? answerTrouble(http);

const nameTrouble = (dns: HostFacts['dns']): string | null => {
  if (dns.kind === 'hangs') return `is not resolved: the name server does not answer in ${dns.tookMs} ms`;
  if (dns.kind === 'nxdomain') return 'is not known to the name server';
  if (dns.kind === 'private-address') return 'is said to have a private address';
  return dns.kind === 'failed' ? `is not resolved: ${dns.reason}` : null;
};

const connectionTrouble = (tcp: HostFacts['tcp']): string | null => {
  if (tcp.kind === 'refused') return 'refuses the connection';
  if (tcp.kind === 'timed-out') return `does not answer in ${tcp.tookMs} ms`;
  return tcp.kind === 'unreachable' ? 'is out of reach' : null;
};

const certificateTrouble = (tls: HostFacts['tls']): string | null => {
  if (tls.kind === 'unknown-issuer') {
    return `shows a certificate of an issuer that is not public${tls.issuer ? ` (${tls.issuer})` : ''}`;
  }
  if (tls.kind === 'expired') return 'shows a certificate that has ended';
  if (tls.kind === 'not-yet-valid') return 'shows a certificate that is not yet valid';
  if (tls.kind === 'wrong-name') return 'shows a certificate with another name';
  return tls.kind === 'failed' ? `cannot be talked to securely: ${tls.reason}` : null;
};

const answerTrouble = (http: HostFacts['http']): string | null => {
  if (http.kind === 'timed-out') return `took the request and did not answer in ${http.tookMs} ms`;
  if (http.kind === 'failed') return `was not to be asked: ${http.reason}`;
  if (http.kind === 'proxy-password-needed') return 'is behind a proxy that asks for a password';
  if (http.kind !== 'answered') return null;
  const wait = http.retryAfterSeconds === undefined ? '' : ` and asks to wait ${formatTimeout(http.retryAfterSeconds)}`;
  if (http.status === 429 || http.status >= 500) return `answers with HTTP ${http.status}${wait}`;
  return http.body === 'truncated' ? 'sends an answer that ends in the middle' : null;
};

/** Which of them took longest, step by step, as the end of a sentence; empty where nothing was measured. */
export const slowestHost = (hosts: readonly HostFacts[]): string => {
  const timed = hosts.map((one) => {
    const steps = [
      ['name', one.dns],
      ['connection', one.tcp],
      ['certificate', one.tls],
      ['answer', one.http],
    ] as const;
    const took = steps.flatMap(([what, step]) => ('tookMs' in step ? [{ what, ms: step.tookMs }] : []));
    return { host: one.host, took, totalMs: took.reduce((sum, { ms }) => sum + ms, 0) };
  });
  const [slowest] = timed.filter(({ took }) => took.length > 0).sort((one, other) => other.totalMs - one.totalMs);
  if (!slowest) return '';
  const each = slowest.took.map(({ what, ms }) => `${what} ${ms}`).join(', ');
  return `; the slowest is ${slowest.host} with ${slowest.totalMs} ms (${each})`;
};
