import type { ClaudeCopy } from '../../core/diagnosis/facts';
import { readBoundedFile } from '../../system/bounded-file';
import { listFolder } from '../../system/bounded-folder';
import type { MacDoors } from '../../system/doors';
import type { MacHost } from '../../system/host';
import { toMacPath } from '../../system/mac-path';
import { realMacPath } from '../../system/real-path';
import { claudeCodeExecutables } from '../claude-code-places';
import { executablePlaces } from '../executables';
import { parseJsonObject } from '../json-object';

const manifestLimitBytes = 1024 * 1024;
const mostVersions = 50;
const mostPathFolders = 100;

/**
 * The copies of Claude Code on this Mac, the one that a shell would start first. Their versions are read off their paths
 * and manifests; none of them is run.
 */
export const findClaudeCopies = async (doors: MacDoors): Promise<readonly ClaudeCopy[]> => {
  const { host } = doors;
  const found = new Map<string, ClaudeCopy>();
  for (const path of candidates(host)) {
    if ((await doors.fileFingerprint(path)) === null) continue;
    const real = await realMacPath(host, path);
    if (!found.has(real)) found.set(real, { path, version: await versionAt(host, real) });
  }
  return [...found.values(), ...(await desktopCopies(host))];
};

/** The folders of PATH come first, in its order: a program that the desktop has started knows a short one only. */
const candidates = (host: MacHost): readonly string[] => {
  const onPath = (host.environment.PATH ?? '')
    .split(':')
    .filter((folder) => folder.startsWith('/'))
    .slice(0, mostPathFolders)
    .map((folder) => `${toMacPath(host, folder).replace(/(?<=.)\/+$/, '')}/claude`);
  return [...new Set([...onPath, ...claudeCodeExecutables(host), ...executablePlaces(host, 'claude')])];
};

const inPath = [
  // The native installer, and Homebrew's cask.
  /\/claude\/versions\/(\d+\.\d+\.\d+[\w.+-]*)(?:\/|$)/,
  /\/Caskroom\/claude-code[^/]*\/(\d+\.\d+\.\d+[\w.+-]*)\//,
] as const;

const versionAt = async (host: MacHost, realPath: string): Promise<string | null> => {
  for (const pattern of inPath) {
    const version = pattern.exec(realPath)?.[1];
    if (version !== undefined) return version;
  }
  for (const manifest of manifestsFor(realPath)) {
    const version = await versionInManifest(host, manifest);
    if (version !== null) return version;
  }
  return null;
};

/** An npm installation has its manifest beside the program; the old local one starts it through a script. */
const manifestsFor = (realPath: string): readonly string[] => {
  const folder = realPath.slice(0, realPath.lastIndexOf('/'));
  const above = folder.slice(0, folder.lastIndexOf('/'));
  const packageFolder = 'node_modules/@anthropic-ai/claude-code';
  return [folder, above, `${folder}/${packageFolder}`].map((place) => `${place}/package.json`);
};

const versionInManifest = async (host: MacHost, path: string): Promise<string | null> => {
  const file = await readBoundedFile(host, path, manifestLimitBytes);
  const manifest = file.kind === 'text' ? parseJsonObject(file.text) : null;
  const isIt = manifest?.name === '@anthropic-ai/claude-code';
  const version = isIt ? manifest.version : null;
  return typeof version === 'string' && /^\d+\.\d+\.\d+[\w.+-]{0,50}$/.test(version) ? version : null;
};

/** The desktop app downloads one of its own for each version. */
const desktopCopies = async (host: MacHost): Promise<readonly ClaudeCopy[]> => {
  const folder = `${host.homeFolder}/Library/Application Support/Claude/claude-code`;
  return (await listFolder(host, folder, mostVersions))
    .filter((name) => /^\d+\.\d+\.\d+[\w.+-]*$/.test(name))
    .map((version) => ({ path: `${folder}/${version}`, version }));
};
