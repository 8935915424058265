import { styleText } from 'node:util';

export type Paint = (role: 'heading' | 'good' | 'bad' | 'careful' | 'quiet', text: string) => string;

const styles = { heading: 'bold', good: 'green', bad: 'red', careful: 'yellow', quiet: 'dim' } as const;

/** Colour only on a terminal whose user did not decline it (no-color.org). */
export const paintFor = (stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Paint =>
  stream.isTTY && !environment.NO_COLOR && environment.TERM !== 'dumb'
    ? (role, text) => styleText(styles[role], text, { validateStream: false })
    : (_role, text) => text;

/** Lines that explain the one above. */
export const quiet = (lines: readonly string[], paint: Paint): readonly string[] =>
  lines.map((line) => paint('quiet', line));
