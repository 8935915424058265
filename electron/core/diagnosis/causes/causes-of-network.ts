import type { Cause } from './cause';

/** The way to the service, in the order in which a connection takes it. */
export const networkCauses = {
  'network-down': {
    kind: 'network',
    title: 'There is no network',
    sentence: 'None of the hosts can be reached, so no tool can renew or check its login.',
    blocksEverything: true,
    cures: ['try-other-network', 'switch-vpn'],
  },
  'names-hang': {
    kind: 'network',
    title: 'Name resolution hangs',
    sentence: 'The name server does not answer; tools wait, time out and call it a failed login.',
    blocksEverything: true,
    cures: ['try-other-network', 'switch-vpn', 'flush-name-cache', 'use-other-resolver'],
  },
  'name-not-found': {
    kind: 'network',
    title: 'The host’s name is not found',
    sentence: 'This network’s name server does not know the host, or keeps it from you.',
    blocksEverything: true,
    cures: ['try-other-network', 'flush-name-cache', 'use-other-resolver', 'ask-network-administrator'],
  },
  'private-answer': {
    kind: 'network',
    title: 'The host’s name leads to a private address',
    sentence: 'A filter, a VPN or a company’s own name server sends you elsewhere than to the service.',
    blocksEverything: true,
    cures: ['try-other-network', 'switch-vpn', 'flush-name-cache', 'ask-network-administrator'],
  },
  'proxy-password-needed': {
    kind: 'network',
    title: 'The proxy asks for a password',
    sentence: 'Requests end at the proxy; the service never sees them.',
    blocksEverything: true,
    cures: ['check-proxy', 'unset-proxy', 'ask-network-administrator'],
  },
  'proxy-not-reachable': {
    kind: 'network',
    title: 'The proxy cannot be reached',
    sentence: 'A proxy is set that does not answer here, so every request ends there.',
    blocksEverything: true,
    cures: ['check-proxy', 'unset-proxy'],
  },
  'connection-refused': {
    kind: 'network',
    title: 'The connection is refused',
    sentence: 'Something on the way turns connections to this host away.',
    blocksEverything: true,
    cures: ['try-other-network', 'check-proxy', 'ask-network-administrator'],
  },
  'connection-swallowed': {
    kind: 'network',
    title: 'The connection gets no answer',
    sentence: 'Packets to this host vanish: a firewall or a VPN’s route.',
    blocksEverything: true,
    cures: ['try-other-network', 'switch-vpn', 'check-proxy', 'ask-network-administrator'],
  },
  'network-login-page': {
    kind: 'network',
    title: 'The network answers in the host’s place',
    sentence: 'The certificate has another name: usually the network’s own login page, in a hotel or a train.',
    blocksEverything: true,
    cures: ['sign-in-to-network', 'try-other-network', 'ask-network-administrator'],
  },
  'connection-intercepted': {
    kind: 'network',
    title: 'The connection may be looked into',
    sentence:
      'The certificate’s issuer is not a public one, which hints at a company’s inspection or a security program. Tools that do not trust it refuse to talk.',
    mistake: 'Switching certificate checks off: whoever is on the way can read the login then.',
    blocksEverything: true,
    cures: ['try-other-network', 'trust-company-root', 'ask-network-administrator'],
  },
  'certificate-expired': {
    kind: 'network',
    title: 'The host’s certificate is not valid now',
    sentence: 'Either this Mac’s clock is wrong, or the certificate has really ended.',
    blocksEverything: true,
    cures: ['set-clock', 'try-other-network', 'wait-for-service'],
  },
  'connection-cut': {
    kind: 'network',
    title: 'The connection is cut off',
    sentence:
      'It stands and then breaks, or the answer ends in the middle: usually something between here and the service.',
    mistake: 'Signing in again on the same network: the answer is cut off again.',
    blocksEverything: true,
    cures: ['try-again-once', 'try-other-network', 'switch-vpn', 'ask-network-administrator'],
  },
  'vpn-in-the-way': {
    kind: 'network',
    title: 'The VPN may be in the way',
    sentence: 'A VPN is up; it changes names and routes, and browser and terminal may take different ways.',
    blocksEverything: false,
    cures: ['switch-vpn', 'try-other-network', 'ask-network-administrator'],
  },
} as const satisfies Readonly<Record<string, Cause>>;
