import type { CredentialTool } from '../../../electron/tools/common/credential-tool';
import type { FaultyPart } from '../world/faults';
import { credentialOf, tools } from '../world/logins';
import { toolFilePath } from '../world/paths';
import type { World } from '../world/world';
import { type Asker, ask, looksAt } from './asking';

/** Tools whose login is one file each: read as a real tool's is, by its fingerprint first. */
export const modelTools = (
  world: World,
  asker: Asker,
  fileFingerprint: (path: string) => Promise<string | null>,
): readonly CredentialTool[] =>
  tools.map((tool): CredentialTool => {
    const unanswered: string[] = [];
    return {
      id: tool,
      name: tool,
      async look() {
        await fileFingerprint(toolFilePath(tool));
        const part: FaultyPart | null = tool === 'cedar' ? null : tool;
        const login = await ask(
          world,
          asker,
          part,
          looksAt(tool),
          () => world.logins.get(tool),
          (reason) => {
            unanswered.push(reason);
            return undefined;
          },
        );
        if (login === undefined) throw new Error(`${tool} could not be read.`);
        return () => [credentialOf(login)];
      },
      listen() {
        unanswered.length = 0;
        return () => [...unanswered];
      },
    };
  });
