import type { Credential, Warning } from './snapshot';

/** A login that ends soon or has ended. One that renews itself is no news. */
export const credentialWarnings = (credentials: readonly Credential[]): Warning[] =>
  credentials.flatMap((credential): Warning[] => {
    if (credential.status === 'expiring') return [expiring(credential)];
    if (credential.status === 'expired') return [expired(credential)];
    return [];
  });

const expiring = ({ name }: Credential): Warning => ({
  code: 'login-expiring',
  severity: 'warning',
  title: `The ${name} login ends soon`,
  detail: `Sign in to ${name} again before you walk away; over SSH there is no browser to do it with.`,
  actions: [],
});

const expired = ({ name }: Credential): Warning => ({
  code: 'login-expired',
  severity: 'warning',
  title: `The ${name} login has ended`,
  detail: `${name} asks for a new login, wherever it runs. Sign in again on this Mac.`,
  actions: [],
});
