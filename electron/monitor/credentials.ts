import { failure, type Outcome } from '../core/outcome';
import type { ClaudeCodeActivity, Credential } from '../core/snapshot';
import type { MacDoors } from '../system/doors';
import type { CredentialTool, DescribeCredentials } from '../tools/credential-tool';
import { createCredentialTools } from '../tools/registry';

/** The credentials' part of the monitor: read from disk on its own beat, told as of the moment on each look. */
export interface Credentials {
  read(): Promise<void>;
  /** @param now milliseconds since 1970 */
  describe(now: number): readonly Credential[];
  /** The Claude Codes that ran at the last reading; null where there is nothing to say of them. */
  claudeCode(): ClaudeCodeActivity | null;
  /** macOS paths of the folders whose changes are worth a look. */
  folders(): readonly string[];
  /** After a click only: decrypts the item of the tool and keeps its two times. */
  readExpiry(toolId: string): Promise<Outcome<void>>;
}

export const createCredentials = (doors: MacDoors): Credentials => {
  const tools: readonly CredentialTool[] = Object.values(createCredentialTools(doors));
  let described: readonly DescribeCredentials[] = [];
  let claudeCode: ClaudeCodeActivity | null = null;
  const read = async () => {
    described = await Promise.all(tools.map((tool) => tool.look()));
    claudeCode = (await tools.find((tool) => tool.readActivity)?.readActivity?.()) ?? null;
  };
  return {
    read,
    describe: (now) => described.flatMap((describeAt) => describeAt(now)),
    claudeCode: () => claudeCode,
    folders: () => tools.flatMap((tool) => tool.folders()),
    async readExpiry(toolId) {
      const tool = tools.find(({ id }) => id === toolId);
      if (!tool?.readExpiry) return failure('no-such-tool', 'No such login can be read from the keychain.');
      const outcome = await tool.readExpiry();
      await read();
      return outcome;
    },
  };
};
