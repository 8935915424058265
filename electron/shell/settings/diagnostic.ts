import type { DiagnosticSaved } from '../../contract/app-state';
import { nameOfError } from '../../core/text/name-of-error';
import type { MacMonitor } from '../../monitor/mac-monitor';
import type { Log } from '../base/log';

export interface DiagnosticOptions {
  /** The redacted text, as it would be now. */
  readonly compose: () => string;
  /** Asks the user where to; null when they do not want to after all. */
  readonly askForPath: () => Promise<string | null>;
  /** Readable by the user alone, in the place of whatever lies there. */
  readonly saveText: MacMonitor['saveText'];
  readonly log: Log;
}

export interface Diagnostic {
  preview(): string;
  /** Saves what was previewed last, and nothing else. Never rejects. */
  save(): Promise<DiagnosticSaved>;
}

/** A text for a person who helps: first it is looked at, then perhaps saved. Nothing is sent anywhere. */
export const createDiagnostic = ({ compose, askForPath, saveText, log }: DiagnosticOptions): Diagnostic => {
  let previewed: string | null = null;
  const notSaved = (cause: string): DiagnosticSaved => {
    log(`diagnostic: not saved: ${cause}`);
    return { kind: 'failed', sentence: 'The diagnostic could not be saved there. Choose another place.' };
  };
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
        const saved = await saveText(path, text);
        return saved.ok ? { kind: 'saved' } : notSaved(saved.code);
      } catch (error) {
        return notSaved(nameOfError(error));
      }
    },
  };
};
