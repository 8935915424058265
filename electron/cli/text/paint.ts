import { styleText } from 'node:util';
import { formatOutsideLines } from '../../core/text/format-outside-text';

export type Paint = (role: 'heading' | 'good' | 'bad' | 'careful' | 'quiet', text: string) => string;

const styles = { heading: 'bold', good: 'green', bad: 'red', careful: 'yellow', quiet: 'dim' } as const;

interface Canvas {
  readonly isTTY?: boolean;
}

const isPainted = (stream: Canvas, environment: NodeJS.ProcessEnv): boolean =>
  stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';

/** Colour only on a terminal whose user did not decline it (no-color.org). */
export const paintFor = (stream: Canvas, environment: NodeJS.ProcessEnv): Paint =>
  isPainted(stream, environment)
    ? (role, text) => styleText(styles[role], text, { validateStream: false })
    : (_role, text) => text;

/** What a style begins and ends with: colours that are set and taken back, and nothing else. */
const ownStyles = new Set(
  Object.values(styles).flatMap((style) => styleText(style, '\n', { validateStream: false }).split('\n')),
);

/** The last door of a text: nothing in it drives the terminal but our own colours, and those only where we paint. */
export const showableFor =
  (stream: Canvas, environment: NodeJS.ProcessEnv) =>
  (text: string): string =>
    isPainted(stream, environment)
      ? text
          // biome-ignore lint/suspicious/noControlCharactersInRegex: the styles begin with one
          .split(/(\u001B\[\d{1,2}m)/)
          .map((part) => (ownStyles.has(part) ? part : formatOutsideLines(part)))
          .join('')
      : formatOutsideLines(text);

/** Lines that explain the one above. */
export const quiet = (lines: readonly string[], paint: Paint): readonly string[] =>
  lines.map((line) => paint('quiet', line));
