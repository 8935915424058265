import { measured, notMeasured } from '../../../electron/core/diagnosis/facts';
import { type DiagnosisCase, one } from './diagnosis-case';
import { facts, failsAt, host, localFacts, login, saying } from './sample-diagnosis-facts';
import { rootsFolder, vpnUp } from './sample-troubles';

/** One cause at a time: this Mac, the service and the way to it. */
export const outsideCases: readonly DiagnosisCase[] = [
  one('a full disk', facts({ disk: measured({ path: '/', freeBytes: 2e6 }) }), 'disk-full', 'free-space'),
  one('a folder that belongs to root', facts({ folders: rootsFolder }), 'folder-not-usable', 'give-back-folder'),
  one('a clock an hour ahead', facts({ clockSkewSeconds: measured(3600) }), 'clock-wrong', 'set-clock'),
  one(
    'an outage on the status page',
    facts({ service: measured({ state: 'outage', description: 'Major outage' }) }),
    'service-outage',
    'wait-for-service',
  ),
  one(
    '529 from the host',
    facts({ hosts: measured([failsAt.status(529)]) }),
    'service-overloaded',
    'wait-a-few-minutes',
  ),
  one(
    '429 with Retry-After from the host',
    facts({ hosts: measured([failsAt.status(429, 30)]) }),
    'service-overloaded',
    'wait-a-few-minutes',
  ),
  one('500 from the host', facts({ hosts: measured([failsAt.status(500)]) }), 'service-error', 'try-again-once'),
  one('503 from the host', facts({ hosts: measured([failsAt.status(503)]) }), 'service-error', 'try-again-once'),
  one(
    'a resolver that hangs',
    facts({
      hosts: measured([failsAt.dns({ kind: 'hangs', tookMs: 3000 }), host({ host: 'claude.ai', role: 'login' })]),
    }),
    'names-hang',
    'try-other-network',
  ),
  one(
    'a name that is not found',
    facts({
      hosts: measured([failsAt.dns({ kind: 'nxdomain', tookMs: 9 }), host({ host: 'claude.ai', role: 'login' })]),
    }),
    'name-not-found',
    'try-other-network',
  ),
  one(
    'a private answer',
    facts({ hosts: measured([failsAt.dns({ kind: 'private-address', tookMs: 9 })]) }),
    'private-answer',
    'try-other-network',
  ),
  one(
    'a refused connection',
    facts({ hosts: measured([failsAt.tcp({ kind: 'refused', tookMs: 4 })]) }),
    'connection-refused',
    'try-other-network',
  ),
  one(
    'a swallowed connection',
    facts({ hosts: measured([failsAt.tcp({ kind: 'timed-out', tookMs: 4000 })]) }),
    'connection-swallowed',
    'try-other-network',
  ),
  one(
    'no network at all',
    facts({
      hosts: measured([
        failsAt.tcp({ kind: 'unreachable', tookMs: 1 }),
        failsAt.dns({ kind: 'failed', tookMs: 1, reason: 'no resolver' }),
      ]),
    }),
    'network-down',
    'try-other-network',
  ),
  one(
    'an issuer that is not public',
    facts({ hosts: measured([failsAt.tls({ kind: 'unknown-issuer', tookMs: 50, issuer: 'Example Inspection CA' })]) }),
    'connection-intercepted',
    'try-other-network',
  ),
  one(
    'an expired certificate under an unknown clock',
    facts({
      clockSkewSeconds: notMeasured('the server told no date'),
      hosts: measured([failsAt.tls({ kind: 'expired', tookMs: 50 })]),
    }),
    'certificate-expired',
    'set-clock',
  ),
  one(
    'a certificate with another name',
    facts({ hosts: measured([failsAt.tls({ kind: 'wrong-name', tookMs: 50 })]) }),
    'network-login-page',
    'sign-in-to-network',
  ),
  one(
    'an answer that ends in the middle',
    facts({ hosts: measured([failsAt.body()]) }),
    'connection-cut',
    'try-again-once',
  ),
  one(
    'a proxy that wants a password',
    facts({ proxy: measured({ variables: ['HTTPS_PROXY'], system: 'off', answer: 'password-needed' }) }),
    'proxy-password-needed',
    'check-proxy',
  ),
  one(
    'a proxy that is not there',
    facts({ proxy: measured({ variables: ['HTTPS_PROXY'], system: 'off', answer: 'not-reachable' }) }),
    'proxy-not-reachable',
    'check-proxy',
  ),
  one(
    'the VPN when names hang and nothing was measured',
    localFacts({ symptom: 'names-hang', vpn: vpnUp }),
    'vpn-in-the-way',
    'switch-vpn',
  ),
  one('the network checks to allow when all else is fine', localFacts(), 'unexplained', 'allow-network-checks'),
  one(
    'capacity in a message, not a login',
    facts(saying('API Error: 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}')),
    'service-overloaded',
    'wait-a-few-minutes',
  ),
  one(
    'an allowance used up, not a login',
    facts(saying('Claude usage limit reached. Your limit will reset at 3pm')),
    'usage-limit',
    'wait-for-reset',
  ),
  one(
    'a proxy on the way that wants a password',
    facts({ hosts: measured([host({ http: { kind: 'proxy-password-needed', tookMs: 5 } })]) }),
    'proxy-password-needed',
    'check-proxy',
  ),
  one(
    'an expired certificate under a right clock',
    facts({ hosts: measured([failsAt.tls({ kind: 'expired', tookMs: 50 })]) }),
    'certificate-expired',
    'wait-for-service',
  ),
  one(
    'no fault of the login in a registry that fails',
    facts({
      hosts: measured([
        host(),
        host({ host: 'registry.example.com', role: 'registry', dns: { kind: 'hangs', tookMs: 3000 } }),
      ]),
    }),
    'unexplained',
    'paste-message',
  ),
  one(
    'no fault in another tool’s host',
    facts({
      tool: 'gh',
      credentials: measured([login({ tool: 'gh', name: 'GitHub CLI' })]),
      hosts: measured([failsAt.dns({ kind: 'nxdomain', tookMs: 3 })]),
    }),
    'unexplained',
    'paste-message',
  ),
];
