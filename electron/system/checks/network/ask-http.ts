import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { Duplex } from 'node:stream';
import { parseJson } from '../../../core/text/json';
import { type Bound, boundedStep, calledOff, errorCode } from './bounded-step';

export interface HttpAnswer {
  readonly kind: 'answered';
  readonly tookMs: number;
  readonly status: number;
  /** Milliseconds since 1970 by the server's clock; null when it does not say. */
  readonly date: number | null;
  readonly retryAfterSeconds: number | null;
  /** Where a redirection points to, which is not followed; null where it is none. */
  readonly location: string | null;
  /** `more`: it is longer than anybody wants to read. */
  readonly body: { readonly kind: 'whole' | 'truncated'; readonly text: string } | { readonly kind: 'more' };
}

export type HttpEnd =
  | HttpAnswer
  | { readonly kind: 'timed-out'; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly tookMs: number; readonly reason: string }
  | typeof calledOff;

const largestBodyBytes = 64 * 1024;

type Body = HttpAnswer['body'];
type Ended = { readonly response: IncomingMessage; readonly body: Body } | { readonly code: string };

/**
 * Asks for one page over a connection that stands, and sends nothing but that: no cookie, no name of ours, no
 * credential. A redirection is an answer and is not followed, since that would be a host that nobody was told of.
 */
export const askHttp = async (socket: Duplex, host: string, path: string, bound: Bound): Promise<HttpEnd> => {
  const end = await boundedStep<Ended>(bound, (tell) => {
    const asked = request({
      createConnection: () => socket,
      method: 'GET',
      path,
      headers: { host, accept: '*/*', connection: 'close' },
    });
    listen(asked, tell);
    asked.end();
    return () => asked.destroy();
  });
  if (end.kind === 'called-off') return calledOff;
  const { tookMs } = end;
  if (end.kind === 'late') return { kind: 'timed-out', tookMs };
  if ('code' in end.value) return { kind: 'failed', tookMs, reason: reasonOf(end.value.code) };
  const { response, body } = end.value;
  const date = momentOf(response.headers.date);
  const retryAfterSeconds = secondsOf(response.headers['retry-after'], date);
  const { statusCode: status = 0 } = response;
  const location = response.headers.location ?? null;
  return { kind: 'answered', tookMs, status, date, retryAfterSeconds, location, body };
};

const listen = (asked: ClientRequest, tell: (end: Ended) => void): void => {
  asked.on('error', (error) => tell({ code: errorCode(error) }));
  asked.once('response', (response) => {
    const parts: Buffer[] = [];
    let length = 0;
    const text = () => Buffer.concat(parts).toString('utf8');
    response.on('data', (part: Buffer) => {
      length += part.length;
      parts.push(part);
      if (length <= largestBodyBytes) return;
      tell({ response, body: { kind: 'more' } });
      response.destroy();
    });
    response.on('error', () => {});
    response.once('close', () => {
      const isWhole = response.complete && isWholeJson(response, text());
      tell({ response, body: { kind: isWhole ? 'whole' : 'truncated', text: text() } });
    });
  });
};

/** What is said to be JSON and is none was cut short on the way, or put there by somebody else. */
const isWholeJson = ({ headers }: IncomingMessage, text: string): boolean => {
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(headers['content-type'] ?? '')) return true;
  return parseJson(text) !== undefined;
};

export const reasonOf = (code: string): string => {
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'the connection was cut off';
  return code.startsWith('HPE_') ? 'the answer is not HTTP' : `it ended with ${code}`;
};

const momentOf = (text: string | undefined): number | null => {
  const ms = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
};

/** Seconds, or a date: RFC 9110, 10.2.3. */
const secondsOf = (text: string | undefined, date: number | null): number | null => {
  if (text === undefined) return null;
  if (/^\s*\d{1,9}\s*$/.test(text)) return Number(text);
  const until = momentOf(text);
  return until === null || date === null ? null : Math.max(0, Math.round((until - date) / 1000));
};
