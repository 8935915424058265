import type { RemoteSession } from '../words/session';
import { sessionKindName } from './format-session';

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
