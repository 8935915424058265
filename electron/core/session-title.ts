import { sessionKindName } from './format-session';
import type { Credential, RemoteSession } from './snapshot';

type Called = Pick<RemoteSession, 'kind' | 'name' | 'from'>;

/** What a person would call it: “tmux server ‘work’”, “SSH login from 192.168.1.9”. */
export const sessionTitle = (session: Called): string => {
  const kindName = sessionKindName[session.kind];
  if (session.name !== undefined) return `${kindName} ‘${session.name}’`;
  return titleSaysFrom(session) ? `${kindName} from ${session.from}` : kindName;
};

/** Whether the title says already where it comes from. */
export const titleSaysFrom = ({ kind, name, from }: Called): boolean =>
  kind === 'ssh' && name === undefined && from !== undefined;

const mostNamed = 3;

/** The tools that a locked keychain makes look logged out, as the subject of a sentence. */
export const toolsThatBreak = (credentials: readonly Credential[]): string => {
  const names = credentials
    .filter(({ installed, overSsh }) => installed && overSsh === 'breaks')
    .map(({ name }) => name);
  const [only] = names;
  if (only === undefined) return 'tools that keep their login in it';
  if (names.length === 1) return only;
  if (names.length <= mostNamed) return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more`;
};
