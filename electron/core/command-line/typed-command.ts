import { quoteForShell } from '../text/quote-for-shell';

export interface CommandFacts {
  /** Where `latchkey` leads in the shell that asks, without links; null where it finds none. */
  readonly found: string | null;
  /** This command itself, without links: the app's script, or what Node was given. */
  readonly own: string;
  readonly isScriptForNode: boolean;
}

/** How this command is typed in the shell that asks: by its name where that leads here, else by its whole path. */
export const typedCommand = ({ found, own, isScriptForNode }: CommandFacts): string => {
  if (found === own) return 'latchkey';
  return isScriptForNode ? `node ${quoteForShell(own)}` : quoteForShell(own);
};
