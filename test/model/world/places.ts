import type { SessionSighting } from '../../../electron/core/words/session';
import { desktop } from './keychains';

/** Where somebody can be from elsewhere: an SSH login, or a server that outlives one. */
export interface ModelPlace {
  readonly id: string;
  readonly kind: 'ssh' | 'tmux-server';
  readonly user: string;
  /** The number of its security session, for life. */
  readonly session: number;
  readonly bornIn: 'desktop' | 'ssh' | 'initial';
  /** Whether what can be seen from outside tells where it was born. */
  readonly tellsBirth: boolean;
  readonly tty: string | null;
  readonly socket: string | null;
  readonly remoteClients: number;
  readonly startedAt: string;
}

export const initialSession = 100_000;
/** Of all SSH logins, where they share one. */
export const sharedSession = desktop + 6;

/** As the doors find it. */
export const sightingOf = (place: ModelPlace): SessionSighting => ({
  id: place.id,
  kind: place.kind,
  user: place.user,
  bornIn: place.tellsBirth ? place.bornIn : 'unknown',
  grounds: place.tellsBirth ? `the model started it in ${place.bornIn}` : 'its environment could not be read',
  isThisSession: false,
  startedAt: place.startedAt,
  ...(place.tty === null ? { remoteClients: place.remoteClients } : { tty: place.tty, from: '192.168.1.9' }),
});

/** What the kernel says inside it. */
export const kernelWordOf = ({ session, bornIn }: ModelPlace) => ({
  id: session,
  graphicAccess: session === desktop,
  remote: bornIn === 'ssh',
  initial: bornIn === 'initial',
});
