/** A circle of this radius around a place, as a path. */
const circle = (x: number, y: number, radius: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
const ring = circle(8, 8, 6.3);
const minus = `${ring}M5.2 8h5.6`;
const tick = 'M5.2 8.3l2 2 3.7-4.3';

/** 16 × 16 drawings in the text's own colour: its lines, a solid shape, and what is left open in that. */
const drawings = {
  locked: [
    'M5.2 7V4.9a2.8 2.8 0 0 1 5.6 0V7',
    'M3 8.8a1.8 1.8 0 0 1 1.8-1.8h6.4a1.8 1.8 0 0 1 1.8 1.8v3.9a1.8 1.8 0 0 1-1.8 1.8H4.8a1.8 1.8 0 0 1-1.8-1.8Z',
  ],
  unlocked: [
    'M2 8.8a1.8 1.8 0 0 1 1.8-1.8h5.9a1.8 1.8 0 0 1 1.8 1.8v3.9a1.8 1.8 0 0 1-1.8 1.8H3.8a1.8 1.8 0 0 1-1.8-1.8ZM8.6 7V4.7a2.7 2.7 0 0 1 5.4 0v1.2',
  ],
  unknown: [`${ring}M6.2 6.4a1.85 1.85 0 1 1 2.7 1.8c-.6.3-.9.7-.9 1.3M8 11.6v.1`],
  critical: ['', 'M8 1.8 15 14H1Z', 'M8 6.2v3.4M8 11.8v.1'],
  warning: ['M8 2.2 14.6 13.6H1.4ZM8 6.6v3.1M8 11.6v.1'],
  go: ['', circle(8, 8, 6.5), tick],
  nobody: [minus],
  info: [`${ring}M8 7.4v3.8M8 4.9v.1`],
  done: [ring + tick],
  cancelled: [minus],
  breaks: [`${ring}M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4`],
  bell: ['M3 11.5c1-1 1.3-2.2 1.3-4.4a3.7 3.7 0 0 1 7.4 0c0 2.2.3 3.4 1.3 4.4ZM6.6 13.7a1.5 1.5 0 0 0 2.8 0'],
  terminal: [
    'M3.7 2.7h8.6a2 2 0 0 1 2 2v6.6a2 2 0 0 1-2 2H3.7a2 2 0 0 1-2-2V4.7a2 2 0 0 1 2-2ZM4.5 6l2.2 2-2.2 2M8.5 10.2h3',
  ],
  gear: [
    `${circle(8, 8, 2.1)}${circle(8, 8, 4.4)}M8 1.6v2M8 12.4v2M1.6 8h2M12.4 8h2M3.5 3.5l1.4 1.4M11.1 11.1l1.4 1.4M12.5 3.5l-1.4 1.4M4.9 11.1l-1.4 1.4`,
  ],
  chevrons: ['m5 6 3-3 3 3M5 10l3 3 3-3'],
  menu: ['m4.5 6.5 3.5 3.5 3.5-3.5'],
  disclosure: ['m6 3.5 4.5 4.5L6 12.5'],
  back: ['M10 3 5 8l5 5'],
  settings: [`M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7${circle(11, 4.5, 1.9)}${circle(5, 11.5, 1.9)}`],
  refresh: ['M13.4 9.2A5.6 5.6 0 1 1 13 5.4M13.6 2.4v3.2h-3.2'],
  quit: ['M4.6 4.2a5.4 5.4 0 1 0 6.8 0M8 1.8v5.4'],
} as const satisfies Record<string, readonly [lines: string, solid?: string, hole?: string]>;

export type IconName = keyof typeof drawings;

/** Decoration: the words beside it say the same. */
export const Icon = ({ name }: { readonly name: IconName }) => {
  const [lines, solid, hole]: readonly [string, string?, string?] = drawings[name];
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {solid && <path className="icon-solid" d={solid} />}
      {hole && <path className="icon-hole" d={hole} />}
      {lines && <path d={lines} />}
    </svg>
  );
};
