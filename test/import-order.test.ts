import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, type SourceFile, sourceFiles } from './project-files';

/** The layers whose folders have an order. */
const layers = [
  'electron/core',
  'electron/contract',
  'electron/system',
  'electron/tools',
  'electron/monitor',
  'electron/shell',
  'electron/cli',
];

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** What each file imports of the others, types included. */
const fileGraph = (files: readonly SourceFile[]): Graph => {
  const paths = new Set(files.map(({ path }) => path));
  const targetOf = (from: string, name: string): string | undefined => {
    const path = posix.join(posix.dirname(from), name);
    return [path, `${path}.ts`, `${path}.tsx`].find((one) => paths.has(one));
  };
  return new Map(
    files.map((file) => {
      const relative = [...importsOf(file), ...typesOf(file)].filter((name) => name.startsWith('.'));
      return [file.path, new Set(relative.flatMap((name) => targetOf(file.path, name) ?? []))];
    }),
  );
};

/** `import('./x').Name` in the place of a type. */
const typesOf = ({ text }: SourceFile): readonly string[] =>
  [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, name = '']) => name);

/** The same between the folders of one layer; files beside its folders are its top and count as one more. */
const folderGraph = (files: Graph, layer: string): Graph => {
  const inside = [...files].filter(([path]) => path.startsWith(`${layer}/`));
  const graph = new Map<string, Set<string>>();
  for (const [path, targets] of inside) {
    const folder = posix.dirname(path);
    const others = graph.get(folder) ?? new Set();
    graph.set(folder, others);
    for (const target of targets) {
      const other = posix.dirname(target);
      if (other !== folder && target.startsWith(`${layer}/`)) others.add(other);
    }
  }
  return graph;
};

/** A way that comes back to where it began; null where there is none. */
const findCircle = (graph: Graph): readonly string[] | null => {
  const done = new Set<string>();
  const walk = (node: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const circle = walk(next, [...way, node]);
      if (circle) return circle;
    }
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const circle = walk(node, []);
    if (circle) return circle;
  }
  return null;
};

const product = fileGraph([...sourceFiles('electron'), ...sourceFiles('renderer')]);

describe('the order of imports', () => {
  it('has no circle of files, types included', () => {
    expect(findCircle(product)).toBeNull();
  });

  it.each(layers)('has no circle of folders inside %s', (layer) => {
    expect(findCircle(folderGraph(product, layer))).toBeNull();
  });

  it('sees a circle of files when there is one, of types as well', () => {
    const file = (path: string, text: string): SourceFile => ({ path, text, lines: 1 });
    const circle = [
      file('electron/core/a/one.ts', "import type { Two } from '../b/two';"),
      file('electron/core/b/two.ts', "export type Two = import('../a/one').One;"),
    ];
    expect(findCircle(fileGraph(circle))).toHaveLength(3);
    expect(findCircle(fileGraph(circle.slice(0, 1)))).toBeNull();
  });

  it('sees a circle of folders where none of their files is in one', () => {
    const files: Graph = new Map([
      ['electron/core/a/one.ts', new Set(['electron/core/b/two.ts'])],
      ['electron/core/b/two.ts', new Set()],
      ['electron/core/b/three.ts', new Set(['electron/core/a/one.ts'])],
    ]);
    expect(findCircle(files)).toBeNull();
    expect(findCircle(folderGraph(files, 'electron/core'))).not.toBeNull();
  });
});

describe('folders', () => {
  it('hold at most 40 files of code', () => {
    const counts = new Map<string, number>();
    for (const { path } of ['electron', 'renderer', 'test'].flatMap(sourceFiles)) {
      counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > 40)).toEqual([]);
  });
});
