import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, projectFolder, type SourceFile, sourceFiles } from './project-files';

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

/** The folders of each layer from the bottom to the top, as docs/architecture.md has them; between two arrows stands one level. */
const documentedOrder = (): readonly (readonly [string, Order])[] =>
  [
    ...readFileSync(join(projectFolder, 'docs/architecture.md'), 'utf8').matchAll(/^\| `(\w+)` \| ([^|]*←[^|]*) \|$/gm),
  ].map(([, layer = '', levels = '']) => [
    layer === 'renderer' ? layer : `electron/${layer}`,
    levels
      .replaceAll(/\([^)]*\)/g, '')
      .split('←')
      .map((level) => level.trim().split(/\s+/)),
  ]);

/** Levels; `·` stands for the files beside the folders. */
type Order = readonly (readonly string[])[];

/** What a layer's folders import of folders that do not stand below them, and which of them stand nowhere. */
const againstOrder = (graph: Graph, layer: string, order: Order): readonly string[] => {
  const levels = new Map(
    order.flatMap((names, level) => names.map((name) => [name === '·' ? layer : `${layer}/${name}`, level] as const)),
  );
  const gone = [...levels.keys()].filter((folder) => !graph.has(folder)).map((folder) => `${folder} is not there`);
  const wrong = [...graph].flatMap(([folder, others]) => {
    const level = levels.get(folder);
    if (level === undefined) return [`${folder} has no place in the order`];
    return [...others]
      .filter((other) => (levels.get(other) ?? level) >= level)
      .map((other) => `${folder} imports ${other}`);
  });
  return [...gone, ...wrong];
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

const isCode = ({ path }: SourceFile): boolean => /\.tsx?$/.test(path);
const product = fileGraph([...sourceFiles('electron'), ...sourceFiles('renderer')].filter(isCode));

describe('the order of imports', () => {
  it('has no circle of files, types included', () => {
    expect(findCircle(product)).toBeNull();
  });

  it('is written down for each layer that has folders', () => {
    const layers = [...product.keys()].flatMap((path) => /^(renderer|electron\/[^/]+)\/[^/]+\//.exec(path)?.[1] ?? []);
    expect(new Set(documentedOrder().map(([layer]) => layer))).toEqual(new Set(layers));
  });

  it.each(documentedOrder())('is kept by the folders of %s', (layer, order) => {
    expect(againstOrder(folderGraph(product, layer), layer, order)).toEqual([]);
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

  it('sees an import against the order, between neighbours as well, and a folder without a place', () => {
    const files: Graph = new Map([
      ['electron/core/a/one.ts', new Set(['electron/core/b/two.ts'])],
      ['electron/core/b/two.ts', new Set()],
      ['electron/core/b/three.ts', new Set(['electron/core/a/one.ts'])],
    ]);
    expect(findCircle(files)).toBeNull();
    const folders = folderGraph(files, 'electron/core');
    const [up, down] = ['electron/core/a imports electron/core/b', 'electron/core/b imports electron/core/a'];
    expect(againstOrder(folders, 'electron/core', [['a'], ['b']])).toEqual([up]);
    expect(againstOrder(folders, 'electron/core', [['a', 'b']])).toEqual([up, down]);
    expect(againstOrder(folders, 'electron/core', [['b', 'c']])).toEqual([
      'electron/core/c is not there',
      'electron/core/a has no place in the order',
      down,
    ]);
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
