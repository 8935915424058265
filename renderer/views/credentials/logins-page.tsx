import type { AppState } from '../../../electron/contract/app-state';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { NoticeBar } from '../page/notice-bar';
import { ClaudeCodeSection } from './claude-code-activity';
import { CredentialList } from './credential-list';

interface Props {
  readonly state: AppState;
  readonly snapshot: Snapshot;
}

/** Every login, when it ends and whether it works over SSH, and what Claude Code does with its own. */
export const LoginsPage = ({ state, snapshot }: Props) => (
  <>
    <NoticeBar state={state} />
    <CredentialList
      credentials={snapshot.credentials}
      isAwaited={snapshot.awaited?.includes('credentials') ?? false}
      isUnread={snapshot.unread?.some(({ part }) => part === 'credentials') ?? false}
    />
    {snapshot.claudeCode && <ClaudeCodeSection activity={snapshot.claudeCode} />}
  </>
);
