import { failure, type Outcome } from '../../core/outcome';

/** Why `ssh` ended with 255. */
export type CouldNotLogIn = 'no-key' | 'refused' | 'closed' | 'host-key' | 'timed-out' | 'could-not-log-in';

/** In the words of OpenSSH's client (sshconnect.c, sshconnect2.c, packet.c), the more telling ones first. */
const refusals: readonly (readonly [RegExp, Exclude<CouldNotLogIn, 'could-not-log-in'>, string])[] = [
  [
    /Host key verification failed|no matching host key type|host key is known for|HOST IDENTIFICATION HAS CHANGED/i,
    'host-key',
    'This Mac could not prove itself by its host key. See that localhost leads to this Mac, and look at /etc/ssh.',
  ],
  [
    /Permission denied \(|Too many authentication failures/,
    'no-key',
    'No key of yours may log in here. Add a public key to ~/.ssh/authorized_keys, and load its private one with ssh-add.',
  ],
  [
    /Connection refused/,
    'refused',
    'This Mac refused the connection, although Remote Login is on. Turn Remote Login off and on again.',
  ],
  [/timed out/i, 'timed-out', 'The login did not answer in time. Try again when the Mac is less busy.'],
  [
    /Connection (?:closed|reset)|kex_exchange_identification|closed by remote host/,
    'closed',
    'The login was closed before it began. See in System Settings, General, Sharing who may log in.',
  ],
];

export const whyNoLogin = (stderr: string): Outcome<never, CouldNotLogIn> => {
  const known = refusals.find(([words]) => words.test(stderr));
  if (known) return failure(known[1], known[2]);
  const said = (stderr.split('\n').find((line) => line.trim() !== '') ?? '').replace(/\p{Cc}/gu, '').slice(0, 200);
  const reason = said === '' ? 'It did not say why.' : `It said: ${said}`;
  return failure('could-not-log-in', `The login did not succeed. ${reason}`);
};
