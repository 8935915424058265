/** CSS colours. */
export interface AccentColors {
  readonly accent: string;
  readonly pressed: string;
}

/** White words on it can be read (WCAG 2.2, 1.4.3): the yellow and the green of macOS are too light for that as they are. */
const leastContrast = 4.5;
const steps = 100;

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminanceOf = (channels: readonly number[]): number => {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrastWithWhite = (channels: readonly number[]): number => 1.05 / (luminanceOf(channels) + 0.05);

/** Rounded down, so that the contrast holds after it. */
const cssColor = (channels: readonly number[]): string =>
  `#${channels
    .map((channel) =>
      Math.floor(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/**
 * The system's accent colour, no darker than white words need.
 *
 * @param systemAccent as Electron's `systemPreferences.getAccentColor` tells it: `RRGGBBAA`.
 * @returns null for what is no such colour.
 */
export const accentColors = (systemAccent: string): AccentColors | null => {
  if (!/^[0-9a-f]{6}([0-9a-f]{2})?$/i.test(systemAccent)) return null;
  const channels = [0, 2, 4].map((at) => Number.parseInt(systemAccent.slice(at, at + 2), 16) / 255);
  const darkened = (share: number): readonly number[] => channels.map((channel) => channel * share);
  let step = steps;
  while (contrastWithWhite(darkened(step / steps)) < leastContrast) step -= 1;
  return { accent: cssColor(darkened(step / steps)), pressed: cssColor(darkened((step / steps) * 0.85)) };
};
