import type { Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { TlsStep } from '../../../core/diagnosis/host-facts';
import { formatOutsideText } from '../../../core/text/format-outside-text';
import { type Bound, boundedStep, calledOff, errorCode } from './bounded-step';
import type { NetworkDoor } from './network-door';

export interface Secured {
  readonly step: TlsStep;
  /** Also where the certificate is not good: what is sent through it is no secret. Null where there is no connection. */
  readonly socket: TLSSocket | null;
}

const unknownIssuer = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_UNTRUSTED',
  'INVALID_CA',
]);

const reasons: Readonly<Record<string, string>> = {
  ECONNRESET: 'the connection was cut off',
  EPIPE: 'the connection was cut off',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the answer is not TLS',
  CERT_REVOKED: 'the certificate was revoked',
};

/**
 * Secures the connection and says what is wrong with the certificate, instead of only that something is. An issuer that
 * is not public is told by name: a company's inspection or a security program names itself there.
 */
export const openTls = async (door: NetworkDoor, socket: Socket, name: string, bound: Bound): Promise<Secured> => {
  const end = await boundedStep<TLSSocket | string>(bound, (tell) => {
    const secured = connect({
      socket,
      servername: name,
      ALPNProtocols: ['http/1.1'],
      rejectUnauthorized: false,
      ...(door.authorities === null ? {} : { ca: [...door.authorities] }),
    });
    secured.on('error', (error) => tell(errorCode(error)));
    secured.once('close', () => tell('ECONNRESET'));
    secured.once('secureConnect', () => tell(secured));
    return () => secured.destroy();
  });
  if (end.kind === 'called-off') return { step: calledOff, socket: null };
  const { tookMs } = end;
  if (end.kind === 'late') return { step: { kind: 'failed', tookMs, reason: 'there was no answer' }, socket: null };
  if (typeof end.value === 'string') return { step: failed(end.value, tookMs), socket: null };
  return { step: judge(end.value, tookMs), socket: end.value };
};

const failed = (code: string, tookMs: number): TlsStep => ({
  kind: 'failed',
  tookMs,
  reason: reasons[code] ?? `it ended with ${code}`,
});

const judge = (socket: TLSSocket, tookMs: number): TlsStep => {
  if (socket.authorized) return { kind: 'ok', tookMs };
  // Node's type says Error; what it gives is the code of one.
  const code = String(socket.authorizationError);
  if (unknownIssuer.has(code)) return { kind: 'unknown-issuer', tookMs, ...issuerOf(socket) };
  if (code === 'CERT_HAS_EXPIRED') return { kind: 'expired', tookMs };
  if (code === 'CERT_NOT_YET_VALID') return { kind: 'not-yet-valid', tookMs };
  return code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? { kind: 'wrong-name', tookMs } : failed(code, tookMs);
};

const issuerOf = (socket: TLSSocket): { readonly issuer?: string } => {
  const { issuer } = socket.getPeerCertificate();
  const name: unknown = issuer?.O ?? issuer?.CN;
  const text = Array.isArray(name) ? name.join(', ') : name;
  return typeof text === 'string' && text !== '' ? { issuer: formatOutsideText(text.slice(0, 100)) } : {};
};
