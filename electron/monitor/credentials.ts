import { failure, type Outcome } from '../core/outcome';
import type { Credential } from '../core/snapshot';
import type { MacDoors } from '../system/doors';
import type { CredentialTool, DescribeCredential } from '../tools/credential-tool';
import { createCredentialTools } from '../tools/registry';

/** The credentials' part of the monitor: read from disk on its own beat, told as of the moment on each look. */
export interface Credentials {
  read(): Promise<void>;
  /** @param now milliseconds since 1970 */
  describe(now: number): readonly Credential[];
  /** macOS paths of the folders whose changes are worth a look. */
  folders(): readonly string[];
  /** After a click only: decrypts the item of the tool and keeps its two times. */
  readExpiry(toolId: string): Promise<Outcome<void>>;
}

export const createCredentials = (doors: MacDoors): Credentials => {
  const tools: readonly CredentialTool[] = Object.values(createCredentialTools(doors));
  let described: readonly DescribeCredential[] = [];
  const read = async () => {
    described = await Promise.all(tools.map((tool) => tool.look()));
  };
  return {
    read,
    describe: (now) => described.map((describeAt) => describeAt(now)),
    folders: () => tools.flatMap((tool) => tool.folders()),
    async readExpiry(toolId) {
      const tool = tools.find(({ id }) => id === toolId);
      if (!tool) return failure('no-such-tool', 'There is no such tool.');
      const outcome = await tool.readExpiry();
      await read();
      return outcome;
    },
  };
};
