import { nameOfError } from '../../core/text/name-of-error';
import { isoTime } from '../../core/time/outside-numbers';
import type { ClaudeCodeActivity } from '../../core/words/claude-code-activity';
import type { Credential } from '../../core/words/credential';
import { type Reading, read, type Unread, type UnreadMark, unread } from '../../core/words/reading';
import type { CredentialTool, DescribeCredentials } from '../../tools/common/credential-tool';
import { createKnown, type Known, unreadOf } from './known';

/** What one look has come to, and what it has found although not every question got an answer. */
interface Look<Value> {
  readonly reading: Reading<Value>;
  readonly found: Value | null;
}

/** One tool's logins as they were found last. */
export interface KnownTool {
  readonly tool: CredentialTool;
  look(): Promise<Look<DescribeCredentials>>;
  /** @param now milliseconds since 1970. */
  take(look: Look<DescribeCredentials>, now: number): void;
  /** @param tell what else is said of each. */
  describe(now: number, tell: (credential: Credential) => Credential): readonly Credential[];
  unread(): readonly Unread[];
}

export const createKnownTool = (tool: CredentialTool): KnownTool => {
  const known = createKnown<DescribeCredentials>();
  let found: DescribeCredentials | null = null;
  let foundAt = 0;
  let lastRows: readonly Credential[] = [notLookedAt(tool)];

  const rowsNow = (now: number, tell: (credential: Credential) => Credential): readonly Credential[] => {
    const describe = known.value() ?? found;
    if (describe === null) return known.gap() === null ? [] : lastRows;
    try {
      lastRows = describe(now).map(tell);
    } catch (error) {
      known.take(brokenBy(tool, error), now);
    }
    return lastRows;
  };

  return {
    tool,
    async look() {
      const unanswered = tool.listen?.() ?? (() => []);
      try {
        const describe = await tool.look();
        const reasons = unanswered();
        return { reading: reasons.length === 0 ? read(describe) : unread(reasons.join(' ')), found: describe };
      } catch (error) {
        unanswered();
        return { reading: brokenBy(tool, error), found: null };
      }
    },
    take(look, now) {
      known.take(look.reading, now);
      found = look.found ?? found;
      foundAt = now;
    },
    describe(now, tell) {
      const rows = rowsNow(now, tell);
      const mark = markOf(known, foundAt);
      return mark === null ? rows : rows.map((row) => ({ ...row, unread: mark }));
    },
    unread: () => unreadOf('credentials', [known], tool.id),
  };
};

const brokenBy = ({ name }: Pick<CredentialTool, 'name'>, error: unknown) =>
  unread(`Latchkey could not look at ${name} (${nameOfError(error)}).`);

const notLookedAt = ({ id, name }: CredentialTool): Credential => ({
  tool: id,
  name,
  installed: true,
  store: 'unknown',
  overSsh: 'unknown',
  status: 'unknown',
  expiry: null,
  reason: `${name} could not be looked at.`,
});

const markOf = <Value>(known: Known<Value>, foundAt: number): UnreadMark | null => {
  const gap = known.gap();
  return gap === null ? null : { asOf: isoTime(gap.lastReadAt ?? foundAt), reason: gap.reason };
};

/** The Claude Codes that ran when that was read last. */
export interface KnownActivity {
  look(): Promise<Look<ClaudeCodeActivity | null>>;
  take(look: Look<ClaudeCodeActivity | null>, now: number): void;
  value(): ClaudeCodeActivity | null;
  unread(): readonly Unread[];
}

export const createKnownActivity = (tools: readonly CredentialTool[]): KnownActivity => {
  const known = createKnown<ClaudeCodeActivity | null>();
  const tool = tools.find(({ readActivity }) => readActivity);
  let found: ClaudeCodeActivity | null = null;
  let foundAt = 0;
  return {
    async look() {
      try {
        const activity = (await tool?.readActivity?.()) ?? null;
        const problem = activity?.problem;
        return { reading: problem === undefined ? read(activity) : unread(problem), found: activity };
      } catch (error) {
        return { reading: brokenBy({ name: 'the running Claude Codes' }, error), found: null };
      }
    },
    take(look, now) {
      known.take(look.reading, now);
      found = look.found;
      foundAt = now;
    },
    value() {
      const mark = markOf(known, foundAt);
      if (mark === null) return known.value();
      const last = known.value();
      const now = found ?? last;
      if (now === null) return null;
      const { processes, moreProcesses } = last ?? now;
      return { ...now, processes, moreProcesses, problem: mark.reason, unread: mark };
    },
    unread: () => unreadOf('claude-code', [known]),
  };
};
