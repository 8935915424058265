import type { ToolDoors } from '../../system/doors';
import { whyNotWhole } from '../../system/files/bounded-folder';
import type { SecurityFailureCode, SecurityOutcome } from '../../system/keychain/security';
import type { ToolContext } from './credential-tool';

/** What a tool asks with, and what of it got no answer. */
export interface WitnessedContext {
  readonly context: ToolContext;
  /** Begins to listen; the way to what got no answer since then, a sentence each. */
  listen(): () => readonly string[];
}

/** That there is none is an answer. */
const answers: readonly SecurityFailureCode[] = ['item-not-found', 'no-such-keychain'];

/**
 * Listens at the doors through which a tool looks at keychains and into folders, so that no look can take a question without
 * an answer for an empty keychain or folder, whatever it makes of it.
 */
export const witnessedContext = ({ doors, items }: ToolContext): WitnessedContext => {
  const listeners = new Set<Set<string>>();
  const note = (reason: string) => {
    for (const listener of listeners) listener.add(reason);
  };
  const noting =
    <Args extends readonly unknown[], Value>(ask: (...args: Args) => Promise<SecurityOutcome<Value>>) =>
    async (...args: Args): Promise<SecurityOutcome<Value>> => {
      const answer = await ask(...args);
      if (!answer.ok && !answers.includes(answer.code)) note(answer.reason);
      return answer;
    };
  const { security } = doors;
  const witnessed: ToolDoors = {
    ...doors,
    async readFolder(macPath, most) {
      const folder = await doors.readFolder(macPath, most);
      const reason = whyNotWhole(macPath, folder);
      if (reason !== null) note(reason);
      return folder;
    },
    security: {
      listKeychains: noting(security.listKeychains),
      loginKeychain: noting(security.loginKeychain),
      findItem: noting(security.findItem),
      findInternetItem: noting(security.findInternetItem),
      findIdentities: noting(security.findIdentities),
      findCertificates: noting(security.findCertificates),
    },
  };
  return {
    context: {
      doors: witnessed,
      items: {
        ...items,
        keychains: {
          ...items.keychains,
          async paths() {
            const problems = await items.keychains.problems();
            for (const { code, reason } of problems) if (!answers.includes(code)) note(reason);
            return items.keychains.paths();
          },
          async silence() {
            const reason = await items.keychains.silence();
            if (reason !== null) note(reason);
            return reason;
          },
        },
        async find(query) {
          const answer = await items.find(query);
          if (answer.kind === 'unknown') note(answer.reason);
          return answer;
        },
      },
    },
    listen() {
      const reasons = new Set<string>();
      listeners.add(reasons);
      return () => {
        listeners.delete(reasons);
        return [...reasons];
      };
    },
  };
};
