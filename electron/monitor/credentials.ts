import type { ClaudeCodeActivity } from '../core/claude-code-activity';
import type { EndDateOwner } from '../core/entered-end-dates';
import { defaultExpiryThresholds, type ExpiryThresholds, withThresholds } from '../core/expiry-thresholds';
import { failure, type Outcome } from '../core/outcome';
import type { Credential } from '../core/snapshot';
import type { MacDoors } from '../system/doors';
import type { CredentialTool, DescribeCredentials } from '../tools/credential-tool';
import { createCredentialTools } from '../tools/registry';
import { createEndDates } from './end-dates';
import { createLookFingerprints } from './look-fingerprints';

/** The credentials' part of the monitor: read from disk on its own beat, told as of the moment on each look. */
export interface Credentials {
  /** Every tool that is watched, installed or not. */
  readonly tools: readonly Pick<CredentialTool, 'id' | 'name'>[];
  read(): Promise<void>;
  /** @param now milliseconds since 1970 */
  describe(now: number): readonly Credential[];
  /** The Claude Codes that ran at the last reading; null where there is nothing to say of them. */
  claudeCode(): ClaudeCodeActivity | null;
  /** macOS paths of the folders whose changes are worth a look. */
  folders(): readonly string[];
  /** After a click only: decrypts the item of the tool and keeps its two times. */
  readExpiry(toolId: string): Promise<Outcome<void>>;
  /** Keeps the day (YYYY-MM-DD) that the user says a token ends on, or with null forgets it. */
  setEndDate(owner: EndDateOwner, endsOn: string | null): Promise<Outcome<void>>;
  /** How early an end is told of; the usual until somebody has chosen. */
  thresholds(): ExpiryThresholds;
  setThresholds(thresholds: ExpiryThresholds): void;
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
  let described: readonly DescribeCredentials[] = [];
  let claudeCode: ClaudeCodeActivity | null = null;
  let begun = 0;
  let told = 0;
  const read = async () => {
    begun += 1;
    const number = begun;
    fingerprints.forget();
    const found = await Promise.all(tools.map((tool) => tool.look()));
    await endDates.read();
    const activity = (await tools.find((tool) => tool.readActivity)?.readActivity?.()) ?? null;
    // A click reads too. What began earlier and came later is older.
    if (number < told) return;
    told = number;
    described = found;
    claudeCode = activity;
  };
  return {
    tools: tools.map(({ id, name }) => ({ id, name })),
    read,
    describe: (now) =>
      described
        .flatMap((describeAt) => describeAt(now))
        .map((credential) => withThresholds(endDates.tell(credential, now), thresholds, now)),
    claudeCode: () => claudeCode,
    folders: () => tools.flatMap((tool) => tool.folders()),
    async readExpiry(toolId) {
      const tool = tools.find(({ id }) => id === toolId);
      if (!tool?.readExpiry) return failure('no-such-tool', 'No such login can be read from the keychain.');
      fingerprints.forget();
      const outcome = await tool.readExpiry();
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
