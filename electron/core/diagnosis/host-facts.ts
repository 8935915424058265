/** What a look at one host came to, step by step. A step after a failed one is `not-measured`. */
export interface HostFacts {
  readonly host: string;
  /** What it is for: its tools' login, their work, or where their state is told. */
  readonly role: 'login' | 'api' | 'registry' | 'status';
  /** The tools that need it; empty for all. */
  readonly tools: readonly string[];
  readonly dns: DnsStep;
  readonly tcp: TcpStep;
  readonly tls: TlsStep;
  readonly http: HttpStep;
}

/** A step that did not come to pass: "network checks are off", "the name was not found". */
type NotMeasured = { readonly kind: 'not-measured'; readonly reason: string };

export type DnsStep =
  | { readonly kind: 'ok'; readonly tookMs: number }
  /** No answer within the bound. */
  | { readonly kind: 'hangs'; readonly tookMs: number }
  | { readonly kind: 'nxdomain'; readonly tookMs: number }
  /** 10/8, 172.16/12, 192.168/16, 127/8, fc00::/7, 0.0.0.0 … for a public name. */
  | { readonly kind: 'private-address'; readonly tookMs: number }
  /** SERVFAIL, REFUSED, no resolver. */
  | { readonly kind: 'failed'; readonly tookMs: number; readonly reason: string }
  | NotMeasured;

export type TcpStep =
  | { readonly kind: 'ok'; readonly tookMs: number }
  | { readonly kind: 'refused'; readonly tookMs: number }
  /** Black-holed: packets go out and nothing comes back. */
  | { readonly kind: 'timed-out'; readonly tookMs: number }
  | { readonly kind: 'unreachable'; readonly tookMs: number }
  | NotMeasured;

export type TlsStep =
  | { readonly kind: 'ok'; readonly tookMs: number }
  /** `issuer`: outside text, made safe to show. */
  | { readonly kind: 'unknown-issuer'; readonly tookMs: number; readonly issuer?: string }
  | { readonly kind: 'expired'; readonly tookMs: number }
  | { readonly kind: 'not-yet-valid'; readonly tookMs: number }
  | { readonly kind: 'wrong-name'; readonly tookMs: number }
  /** Cut off, no common protocol, no answer. */
  | { readonly kind: 'failed'; readonly tookMs: number; readonly reason: string }
  | NotMeasured;

export type HttpStep =
  | {
      readonly kind: 'answered';
      readonly tookMs: number;
      readonly status: number;
      readonly retryAfterSeconds?: number;
      /** The answer ended before it was whole, or was not what such a host answers with. */
      readonly body: 'whole' | 'truncated' | 'not-looked-at';
    }
  /** HTTP 407 of a proxy on the way. */
  | { readonly kind: 'proxy-password-needed'; readonly tookMs: number }
  | { readonly kind: 'timed-out'; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly tookMs: number; readonly reason: string }
  | NotMeasured;
