import type { EndDateOwner } from '../../core/credentials/entered-end-dates';
import {
  defaultExpiryThresholds,
  type ExpiryThresholds,
  withThresholds,
} from '../../core/credentials/expiry-thresholds';
import { failure, type Outcome } from '../../core/outcome';
import type { ClaudeCodeActivity } from '../../core/words/claude-code-activity';
import type { Credential } from '../../core/words/credential';
import type { Unread, Unreadable } from '../../core/words/reading';
import type { MacDoors } from '../../system/doors';
import type { CredentialTool } from '../../tools/common/credential-tool';
import { createCredentialTools } from '../../tools/registry';
import { createEndDates } from './end-dates';
import { createKnownActivity, createKnownTool, type KnownTool } from './known-tool';
import { createLookFingerprints, type Fingerprints } from './look-fingerprints';
import type { WatchedFile } from './watched-file';

/** The credentials' part of the monitor: read from disk on its own beat, told as of the moment on each look. */
export interface Credentials {
  /** Every tool that is watched, installed or not. */
  readonly tools: readonly Pick<CredentialTool, 'id' | 'name'>[];
  /** @param only the tools to look at, by identifier. Default: all of them. */
  read(only?: ReadonlySet<string>): Promise<void>;
  /** The reading itself broke: none of them was read. */
  couldNotRead(broken: Unreadable): void;
  /**
   * The logins that were found last, each marked that could not be looked at again.
   *
   * @param now milliseconds since 1970
   */
  describe(now: number): readonly Credential[];
  /** The tools, and the Claude Codes, that could not be looked at. */
  unread(): readonly Unread[];
  /** The names of the tools that are being looked at and have not answered yet. */
  awaited(): readonly string[];
  /** The Claude Codes that ran at the last reading; null where there is nothing to say of them. */
  claudeCode(): ClaudeCodeActivity | null;
  /** The files that each tool's last look depended on. */
  watched(): readonly WatchedFile[];
  /** After a click only: decrypts the item of the tool and keeps its two times. */
  readExpiry(toolId: string): Promise<Outcome<void>>;
  /** Keeps the day (YYYY-MM-DD) that the user says a token ends on, or with null forgets it. */
  setEndDate(owner: EndDateOwner, endsOn: string | null): Promise<Outcome<void>>;
  /** How early an end is told of; the usual until somebody has chosen. */
  thresholds(): ExpiryThresholds;
  setThresholds(thresholds: ExpiryThresholds): void;
}

/** The files that the last look at a tool has asked for. */
interface SeenTool {
  readonly number: number;
  readonly files: Fingerprints;
}

/** @param createTools of whose logins there are to be; default: those of the registry. */
export const createCredentials = (
  doors: MacDoors,
  createTools: (doors: MacDoors) => readonly CredentialTool[] = (given) => Object.values(createCredentialTools(given)),
): Credentials => {
  const fingerprints = createLookFingerprints(doors);
  const tools = createTools({ ...doors, fileFingerprint: fingerprints.of });
  const endDates = createEndDates(doors);
  let thresholds = defaultExpiryThresholds;
  const seen = new Map<CredentialTool, SeenTool>();
  const known = tools.map((tool) => createKnownTool(tool));
  const activity = createKnownActivity(tools);
  const underWay = new Map<KnownTool, number>();
  let begun = 0;
  /** A click reads too. What began earlier and came later is older. */
  const isNewest = (tool: CredentialTool, number: number) => number >= (seen.get(tool)?.number ?? 0);
  const read = async (only?: ReadonlySet<string>) => {
    begun += 1;
    const number = begun;
    fingerprints.forget();
    const chosen = known.filter(({ tool }) => only === undefined || only.has(tool.id));
    await Promise.all([endDates.read(), ...chosen.map((one) => lookAt(one, number))]);
  };
  /** Each is taken as it comes: one that hangs holds up no other. */
  const lookAt = async (one: KnownTool, number: number): Promise<void> => {
    const { tool } = one;
    underWay.set(one, number);
    const { value: look, files } = await fingerprints.witness(() => one.look());
    if (underWay.get(one) === number) underWay.delete(one);
    if (isNewest(tool, number)) {
      seen.set(tool, { number, files });
      one.take(look, doors.host.now());
    }
    if (!tool.readActivity) return;
    const running = await activity.look();
    if (isNewest(tool, number)) activity.take(running, doors.host.now());
  };
  return {
    tools: tools.map(({ id, name }) => ({ id, name })),
    read,
    couldNotRead(broken) {
      for (const tool of known) tool.take({ reading: broken, found: null }, doors.host.now());
      activity.take({ reading: broken, found: null }, doors.host.now());
    },
    describe: (now) =>
      known.flatMap((tool) =>
        tool.describe(now, (credential) => withThresholds(endDates.tell(credential, now), thresholds, now)),
      ),
    unread: () => [...known.flatMap((tool) => tool.unread()), ...activity.unread()],
    awaited: () => [...underWay.keys()].map(({ tool }) => tool.name),
    claudeCode: activity.value,
    watched: () =>
      [...seen].flatMap(([{ id }, { files }]) =>
        [...files].map(
          ([path, fingerprint]): WatchedFile => ({
            path,
            fingerprint,
            tellsOf: { part: 'credentials', tool: id },
          }),
        ),
      ),
    async readExpiry(toolId) {
      const tool = tools.find(({ id }) => id === toolId);
      if (!tool?.readExpiry) return failure('no-such-tool', 'No such login can be read from the keychain.');
      fingerprints.forget();
      const outcome = await tool.readExpiry(doors.security);
      await read();
      return outcome;
    },
    setEndDate: endDates.set,
    thresholds: () => thresholds,
    setThresholds(next) {
      thresholds = next;
    },
  };
};
