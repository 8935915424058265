import { execFileSync } from 'node:child_process';
import { readStoredSettings } from '../../../electron/system/keychain/keychain-file-header';
import { readingOfStatus } from '../../../electron/system/keychain/security-framework';
import { parseAwsVaultAccount } from '../../../electron/tools/aws/aws-vault-entries';
import { parseExtensionFolders } from '../../../electron/tools/checks/editor-extensions';
import { parseManagedPreferences } from '../../../electron/tools/claude-code/claude-code-settings';
import { shownName } from '../../../electron/tools/common/common-credentials';
import { followProgram, programName } from '../../../electron/tools/common/followed-program';
import { serversOf } from '../../../electron/tools/docker/docker-config';
import { dockerHelper } from '../../../electron/tools/docker/docker-helper';
import { parseIniSections } from '../../../electron/tools/formats/ini-sections';
import { jwtEnd } from '../../../electron/tools/formats/jwt-end';
import { parsePropertyList } from '../../../electron/tools/formats/property-list';
import { readYaml } from '../../../electron/tools/formats/read-yaml';
import { readTextColumns } from '../../../electron/tools/formats/sqlite-table';
import { storedMoment, storedText } from '../../../electron/tools/formats/stored-values';
import { parseTomlSettings } from '../../../electron/tools/formats/toml-settings';
import { parseWrittenDay, parseWrittenTime } from '../../../electron/tools/formats/written-time';
import { certificateEnd } from '../../../electron/tools/formats/x509-end';
import { parseYamlSettings } from '../../../electron/tools/formats/yaml-settings';
import { parseGitConfig } from '../../../electron/tools/git/git-config';
import { parseGitHelper } from '../../../electron/tools/git/git-helper';
import { parseGitUrl } from '../../../electron/tools/git/git-url';
import { registryName, variableIn } from '../../../electron/tools/npm/registry-login';
import { keychainFileBytes } from '../../simulator/keychain-file';
import { sqliteDatabase } from '../../tools/sqlite-database';
import { throwAwayCertificate } from '../../tools/throw-away-certificate';
import { searchOver } from '../fake-core-foundation';
import { momentsIn, ofBytes, ofText, ofValue, type Parser } from '../parser';

const settings = { env: { A: 'b' }, list: [1, 2, true, 'x'], model: 'opus', dict: { a: { b: 1 } } };

/** As macOS writes them, by the one program here that writes both kinds. */
const propertyLists = (): readonly Buffer[] =>
  ['BINARY', 'XML'].map((format) =>
    execFileSync(
      'python3',
      [
        '-c',
        `import json, plistlib, sys; sys.stdout.buffer.write(plistlib.dumps(json.load(sys.stdin), fmt=plistlib.FMT_${format}))`,
      ],
      { input: JSON.stringify(settings) },
    ),
  );

const certificates = (): readonly Buffer[] => {
  const pem = throwAwayCertificate({ name: 'alice', startsAt: Date.UTC(2026, 0, 1), endsAt: Date.UTC(2027, 0, 1) });
  return [Buffer.from(pem), Buffer.from(pem.replace(/-----[^-]*-----|\n/g, ''), 'base64')];
};

const databases = (): readonly Buffer[] => [
  sqliteDatabase(['CREATE TABLE t (a TEXT, b TEXT)', "INSERT INTO t VALUES ('one', '2026-09-10 16:00:00')"]),
];

const keychainFiles = (): readonly Buffer[] => [
  keychainFileBytes('/a.keychain-db', { lockOnSleep: true, idleTimeoutSeconds: 300 }),
  keychainFileBytes('/a.keychain', { lockOnSleep: false, idleTimeoutSeconds: null }),
];

const token = (claims: object) => `eyJh.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

const items = [
  { svce: 'gh:github.com', srvr: 'github.com', acct: 'octocat', mdat: 810_000_000 },
  { svce: 'Claude Code-credentials', acct: '', mdat: null },
];
const named = {
  svce: 'kSecAttrService',
  srvr: 'kSecAttrServer',
  acct: 'kSecAttrAccount',
  mdat: 'kSecAttrModificationDate',
};
const listed = items.map((item) =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [named[name as keyof typeof named], value])),
);

const readItems = async (value: unknown): Promise<unknown> => {
  const { search, refer } = searchOver();
  const generic = await search.read(refer(value), 'generic');
  return [generic, await search.read(refer(value), 'internet')];
};

const isOneOf = (moment: number | null, text: string): string | null =>
  moment === null || momentsIn(text).has(moment) ? null : `${moment} does not stand in it.`;

const areNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'number');

const readHeader = (bytes: Buffer) =>
  readStoredSettings(async (offset, length) => bytes.subarray(Math.min(offset, bytes.length), offset + length));

const wordOf = (number: number): Buffer => {
  const word = Buffer.alloc(4);
  word.writeUInt32BE(number);
  return word;
};

/** Libraries and formats of which the tools' files are made, and what lies in a keychain's own file. */
export const piecesOfFiles: readonly Parser[] = [
  ofBytes(readHeader, keychainFiles, {
    name: 'readStoredSettings',
    judge: (read, bytes) => {
      const seconds = read.ok ? read.value.settings.idleTimeoutSeconds : null;
      return seconds === null || bytes.includes(wordOf(seconds)) ? null : `A timeout of ${seconds} was made up.`;
    },
  }),
  ofBytes(parsePropertyList, propertyLists, { longest: 16 * 1024 }),
  ofBytes(parseManagedPreferences, propertyLists, { longest: 16 * 1024 }),
  ofBytes(certificateEnd, certificates),
  ofBytes((bytes) => readTextColumns(bytes, 't', ['a', 'b']), databases, { name: 'readTextColumns' }),
  ofText(
    (text) => readYaml(text, { schema: 'core' }),
    ['a: 1\nb:\n  - c: "d"\n  - &x [1, 2]\nd: *x\n', '{a: {b: [1]}}'],
    {
      name: 'readYaml',
      longest: 800,
    },
  ),
  ofText(parseTomlSettings, ['a = "b"\n[c]\nd = [1, 2]\ne = 1979-05-27T07:32:00Z\n'], { longest: 8 * 1024 }),
  ofText(parseYamlSettings, ['npmAuthToken: x\nnpmScopes:\n  acme:\n    npmAuthToken: y\n'], { longest: 800 }),
  ofText((text) => parseIniSections(text, { kept: ['a', 'b'] }), ['[one]\na = 1\n; x\n[two "x"]\nb=2\n'], {
    name: 'parseIniSections',
    longest: 8 * 1024,
  }),
  ofText(
    (text) => parseGitConfig(text, ['credential', 'include']),
    ['[credential "https://a.com"]\n\thelper = "!f() { x; }; f"\n[include]\n\tpath = ~/b\n'],
    {
      name: 'parseGitConfig',
      longest: 8 * 1024,
    },
  ),
  ofText(parseGitHelper, ['!gh auth git-credential', 'osxkeychain', '/usr/bin/x --y'], { longest: 8 * 1024 }),
  ofText(parseGitUrl, ['https://alice@git.example.com:8443/a', 'git@github.com:a/b.git', 'ssh://a@b/c'], {
    longest: 8 * 1024,
  }),
  ofText(parseAwsVaultAccount, ['sts.GetSessionToken,ZGVmYXVsdA,,1789056000', 'default'], { longest: 8 * 1024 }),
  ofText(dockerHelper, ['osxkeychain', 'desktop', 'ecr-login'], { longest: 8 * 1024 }),
  ofText(serversOf, ['https://index.docker.io/v1/', 'ghcr.io'], { longest: 8 * 1024 }),
  ofText(followProgram, ['/usr/bin/env node x', 'plugin --a'], { longest: 8 * 1024 }),
  ofText(programName, ['/usr/bin/env node x', 'plugin --a'], { longest: 8 * 1024 }),
  ofValue(
    (value) => parseExtensionFolders(Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []),
    [['anthropic.claude-code-2.1.240-darwin-arm64']],
    {
      name: 'parseExtensionFolders',
    },
  ),
  ofValue(jwtEnd, [token({ exp: 1_789_056_000 }), token({ iat: 1 }), 'no.token'], {
    judge: (read, value) =>
      isOneOf(read, Buffer.from((typeof value === 'string' ? value : '').split('.')[1] ?? '', 'base64url').toString()),
  }),
  ofValue((value) => storedMoment(value, 'seconds'), [1_789_056_000, '1789056000', null], { name: 'storedMoment' }),
  ofValue(storedText, ['a', null, 1]),
  ofValue(parseWrittenDay, ['2026-12-01', '2026-02-30', 1]),
  ofValue(parseWrittenTime, ['2026-09-10T16:00:00Z', '2026-09-10 16:00:00', '2026-09-10T16:00:00+02:00']),
  ofValue(shownName, ['alice@example.com', 'a\u202eb', 1]),
  ofValue(variableIn, [['$', '{NPM_TOKEN}'].join(''), 'x']),
  ofValue(registryName, ['https://registry.example.com/a/', '//x']),
  ofValue(
    (value) => (areNumbers(value) ? readingOfStatus(value[0] ?? Number.NaN, value[1] ?? Number.NaN) : null),
    [
      [0, 7],
      [0, 2],
      [-25_294, 0],
    ],
    {
      name: 'readingOfStatus',
      judge: (read, value) =>
        read?.state === 'unlocked' && !(Array.isArray(value) && value[0] === 0 && [1, 3, 5, 7].includes(value[1]))
          ? 'Unlocked, by a number that does not say so.'
          : null,
    },
  ),
  ofValue(readItems, [listed], { name: 'bindPasswordSearch' }),
];
