/** Text laid out for a terminal of a fixed width. Widths are counted in code points, which is right for what is shown here. */
export const terminalColumns = 80;

/** Breaks a sentence at its spaces. A word longer than the line keeps its line to itself, so that it can be copied whole. */
export const wrap = (text: string, columns: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && width(line) + 1 + width(word) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
};

/** Rows of cells, each column as wide as its widest cell. The last column is wrapped at the edge of the terminal. */
export const alignRows = (rows: readonly (readonly string[])[], indent: number): readonly string[] => {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, width(cell))),
    [],
  );
  return rows.flatMap((row) => {
    const start = `${' '.repeat(indent)}${row
      .slice(0, -1)
      .map((cell, index) => pad(cell, (widths[index] ?? 0) + 2))
      .join('')}`;
    const [first = '', ...others] = wrap(row.at(-1) ?? '', Math.max(terminalColumns - width(start), 20));
    return [`${start}${first}`.trimEnd(), ...others.map((line) => `${' '.repeat(width(start))}${line}`)];
  });
};

/** A paragraph, wrapped and indented. */
export const paragraph = (text: string, indent: number): readonly string[] =>
  wrap(text, terminalColumns - indent).map((line) => `${' '.repeat(indent)}${line}`);

const width = (text: string): number => [...text].length;
const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(columns - width(text), 0));
