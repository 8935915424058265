import type { ClaudeCopy } from '../../core/diagnosis/facts';
import { parseJsonObject } from '../../core/text/json';
import type { ToolDoors } from '../../system/doors';
import { isSeen } from '../../system/files/file-fingerprint';
import { realMacPath } from '../../system/files/real-path';
import type { MacHost } from '../../system/mac/host';
import { toMacPath } from '../../system/mac/mac-path';
import { claudeCodeExecutables } from '../claude-code/claude-code-places';
import { executablePlaces } from '../common/executables';
import { textFormat } from '../common/file-format';
import { readInFormat } from '../common/read-in-format';

const mostVersions = 50;
const mostPathFolders = 100;

export interface FoundCopies {
  readonly copies: readonly ClaudeCopy[];
  /** Folders in which there may be others and which could not be listed, and copies of which macOS does not tell where they lead. */
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * The copies of Claude Code on this Mac, the one that a shell would start first. Their versions are read off their paths
 * and manifests; none of them is run.
 */
export const findClaudeCopies = async (doors: ToolDoors): Promise<FoundCopies> => {
  const { host } = doors;
  const found = new Map<string, ClaudeCopy>();
  const unseen: FoundCopies['unread'][number][] = [];
  for (const path of candidates(host)) {
    // What macOS does not let be seen, it does not let a shell start either.
    if (!isSeen(await doors.fileFingerprint(path))) continue;
    const real = await realMacPath(host, path);
    if (real.kind === 'unreadable') unseen.push({ path, reason: `macOS answered ${real.code}` });
    if (real.kind !== 'real' || found.has(real.path)) continue;
    found.set(real.path, { path, version: await versionAt(host, real.path) });
  }
  const ofDesktop = await desktopCopies(doors);
  return { copies: [...found.values(), ...ofDesktop.copies], unread: [...unseen, ...ofDesktop.unread] };
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
  const file = await readInFormat(host, path, claudeManifestFormat);
  return file.kind === 'parsed' ? file.value : null;
};

export const claudeManifestFormat = textFormat({
  name: 'claude-code-manifest',
  syntax: 'json',
  largestBytes: 64 * 1024,
  parse: (text): string | null => {
    const manifest = parseJsonObject(text);
    const version = manifest?.name === '@anthropic-ai/claude-code' ? manifest.version : null;
    return typeof version === 'string' && /^\d+\.\d+\.\d+[\w.+-]{0,50}$/.test(version) ? version : null;
  },
});

/** The desktop app downloads one of its own for each version. */
const desktopCopies = async (doors: ToolDoors): Promise<FoundCopies> => {
  const path = `${doors.host.homeFolder}/Library/Application Support/Claude/claude-code`;
  const folder = await doors.readFolder(path, mostVersions);
  if (folder.kind === 'none') return { copies: [], unread: [] };
  if (folder.kind === 'unreadable') return { copies: [], unread: [{ path, reason: folder.reason }] };
  const versions = folder.names.filter((name) => /^\d+\.\d+\.\d+[\w.+-]*$/.test(name));
  return { copies: versions.map((version) => ({ path: `${path}/${version}`, version })), unread: [] };
};
