import type { Credential } from '../words/credential';
import type { Unread, UnreadPart } from '../words/reading';
import type { Warning } from '../words/warning';

const titles: Readonly<Record<UnreadPart, string>> = {
  host: 'Which session this is could not be read',
  'keychain-list': 'The list of keychains could not be read',
  'remote-access': 'Whether this Mac can be reached could not be read',
  'power-settings': 'When this Mac sleeps could not be read',
  sessions: 'Who is here from elsewhere could not be read',
  beacons: 'What remote shells report could not be read',
  credentials: 'Some stored logins could not be looked at',
  'claude-code': 'Which Claude Codes run could not be read',
};

/** More names are no sentence that somebody reads. */
const mostNamed = 5;

/** One for each part that could not be read: nobody is to take what is shown for what is. */
export const unreadWarnings = (
  unread: readonly Unread[],
  credentials: readonly Pick<Credential, 'tool' | 'name'>[],
): Warning[] => {
  const parts = [...new Set(unread.map(({ part }) => part))];
  return parts.map((part) => {
    const gaps = unread.filter((one) => one.part === part);
    const reasons = [...new Set(gaps.map(({ reason }) => reason))].join(' ');
    const isKnown = gaps.every(({ lastReadAt }) => lastReadAt !== undefined);
    return {
      code: `${part}-unknown`,
      severity: 'warning',
      title: titles[part],
      detail: [whose(gaps, credentials), reasons, isKnown ? 'What is shown of it is as it was before.' : '']
        .filter(Boolean)
        .join(' '),
      actions: [],
    };
  });
};

/** "gh, Docker and 3 more." */
const whose = (gaps: readonly Unread[], credentials: readonly Pick<Credential, 'tool' | 'name'>[]): string => {
  const names = gaps.flatMap(({ tool }) =>
    tool === undefined ? [] : [credentials.find((one) => one.tool === tool)?.name ?? tool],
  );
  const rest = names.length - mostNamed;
  if (names.length === 0) return '';
  return rest > 0 ? `${names.slice(0, mostNamed).join(', ')} and ${rest} more.` : `${names.join(', ')}.`;
};
