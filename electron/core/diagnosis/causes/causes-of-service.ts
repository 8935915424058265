import type { Cause } from './cause';

/** This Mac itself, and the service: while these last, no login can be judged. */
export const serviceCauses = {
  'disk-full': {
    kind: 'configuration',
    title: 'The disk is full',
    sentence: 'A login that is renewed cannot be written down, and is lost.',
    blocksEverything: true,
    cures: ['free-space'],
  },
  'clock-wrong': {
    kind: 'configuration',
    title: 'The clock is wrong',
    sentence:
      'Certificates and tokens are valid from one moment to another; with a wrong clock they look expired or not yet valid.',
    blocksEverything: true,
    cures: ['set-clock'],
  },
  'folder-not-usable': {
    kind: 'configuration',
    title: 'A folder of the tool cannot be used',
    sentence:
      'It belongs to another user or may not be written, often after something ran with sudo; a login cannot be read or kept there.',
    mistake: 'Running the tool with sudo: it makes more files that are not yours.',
    blocksEverything: true,
    cures: ['give-back-folder'],
  },
  'service-outage': {
    kind: 'service',
    title: 'The service has an outage',
    sentence: 'It fails for everybody. Your login is most likely fine; signing in again would not help.',
    blocksEverything: true,
    cures: ['wait-for-service'],
  },
  'service-overloaded': {
    kind: 'service',
    title: 'The service is short of capacity',
    sentence: 'It turned the request away because too many came at once. That says nothing about your login.',
    mistake: 'Signing out and in: the login is not at fault, and may not come back while this lasts.',
    blocksEverything: true,
    cures: ['wait-a-few-minutes'],
  },
  'usage-limit': {
    kind: 'service',
    title: 'The account has reached a limit',
    sentence: 'The service knows you and counts your requests: your login works, its allowance is used up for now.',
    mistake: 'Signing out and in: a limit belongs to the account, not to the login.',
    blocksEverything: true,
    cures: ['wait-for-reset', 'ask-account-administrator'],
  },
  'service-error': {
    kind: 'service',
    title: 'The service failed at this request',
    sentence: 'It answered with an error of its own. That says nothing about your login.',
    blocksEverything: true,
    cures: ['try-again-once', 'wait-for-service'],
  },
} as const satisfies Readonly<Record<string, Cause>>;
