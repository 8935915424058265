import type { DiagnosticSaved } from '../contract/app-state';
import { nameOfError } from '../core/name-of-error';
import type { Log } from './log';
import { writePrivateFile } from './private-file';

export interface DiagnosticOptions {
  /** The redacted text, as it would be now. */
  readonly compose: () => string;
  /** Asks the user where to; null when they do not want to after all. */
  readonly askForPath: () => Promise<string | null>;
  readonly log: Log;
}

export interface Diagnostic {
  preview(): string;
  /** Saves what was previewed last, and nothing else. Never rejects. */
  save(): Promise<DiagnosticSaved>;
}

/** A text for a person who helps: first it is looked at, then perhaps saved. Nothing is sent anywhere. */
export const createDiagnostic = ({ compose, askForPath, log }: DiagnosticOptions): Diagnostic => {
  let previewed: string | null = null;
  return {
    preview: () => {
      previewed = compose();
      return previewed;
    },
    save: async () => {
      const text = previewed;
      if (text === null) return { kind: 'failed', sentence: 'Look at the diagnostic first, then save it.' };
      try {
        const path = await askForPath();
        if (path === null) return { kind: 'cancelled' };
        await writePrivateFile(path, text);
        return { kind: 'saved' };
      } catch (error) {
        log(`diagnostic: not saved: ${nameOfError(error)}`);
        return { kind: 'failed', sentence: 'The diagnostic could not be saved there. Choose another place.' };
      }
    },
  };
};
