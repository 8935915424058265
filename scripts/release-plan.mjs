// What a release is made of, as data: `scripts/release.mjs` prints it, or does it.

/** @typedef {{ readonly name: string, readonly why: string, readonly phase: 'check' | 'build' | 'attest' | 'publish', readonly lines: readonly (readonly string[])[] }} ReleaseStep */

export const architectures = /** @type {const} */ (['arm64', 'x64']);
export const releaseFolder = 'out/release';
/** Not among the project's packages: it runs at a release only, and brings native code that nothing else here needs. */
const sbomTool = '@cyclonedx/cyclonedx-npm@6.0.1';

const appOf = { arm64: 'out/package/mac-arm64/Latchkey.app', x64: 'out/package/mac/Latchkey.app' };

/** @param {string} version @param {string} architecture @param {'dmg' | 'zip'} kind */
export const artifact = (version, architecture, kind) => `Latchkey-${version}-${architecture}.${kind}`;

/** The files that are published, without their folder. @param {string} version */
export const artifacts = (version) =>
  architectures.flatMap((architecture) => [
    artifact(version, architecture, 'dmg'),
    artifact(version, architecture, 'zip'),
  ]);

/**
 * What stands under a version's heading, which is `## 1.2.3` or `## [1.2.3]`, with a date after it or not; null where there is none or
 * nothing stands there.
 * @param {string} changelog @param {string} version
 */
export const changelogSection = (changelog, version) => {
  const [, ...sections] = changelog.split(/^## /m);
  const isOf = (/** @type {string} */ section) => {
    const heading = (section.split('\n', 1)[0] ?? '').replace(/[[\]]/g, '').trim();
    return heading === version || heading.startsWith(`${version} `);
  };
  const text = sections.find(isOf)?.split('\n').slice(1).join('\n').trim();
  return text === undefined || text === '' ? null : text;
};

/**
 * Why this is no release, each in a sentence.
 * @param {{ version: string, tag: string | undefined, changelog: string }} release
 */
export const releaseProblems = ({ version, tag, changelog }) => [
  ...(/^\d+\.\d+\.\d+$/.test(version)
    ? []
    : [`package.json has the version ${version}, which is not of the form 1.2.3.`]),
  ...(tag === undefined || tag === `v${version}` ? [] : [`The tag is ${tag}, and package.json says ${version}.`]),
  ...(changelogSection(changelog, version) === null
    ? [`CHANGELOG.md has no section ${version} with anything in it.`]
    : []),
];

/** @param {string} version @returns {readonly ReleaseStep[]} */
export const releaseSteps = (version) => {
  const dmgs = architectures.map((architecture) => `out/package/${artifact(version, architecture, 'dmg')}`);
  const apps = architectures.map((architecture) => appOf[architecture]);
  return [
    {
      ...{ name: 'Version and changelog', phase: 'check' },
      why: 'The version stands in package.json alone; its tag and its section of CHANGELOG.md must be there.',
      lines: [['npm', 'run', 'release', '--', '--check', '--tag', `v${version}`]],
    },
    {
      ...{ name: 'Package and sign', phase: 'build' },
      why: 'A dmg and a zip for each architecture, signed with a Developer ID (CSC_LINK), hardened; without an identity it stops. Apple notarizes each app (APPLE_API_KEY), and the ticket is stapled to it.',
      lines: [
        [
          ...['npm', 'run', 'package', '--', 'dmg', 'zip', '--arm64', '--x64'],
          ...['-c.forceCodeSigning=true', '-c.mac.notarize=true'],
          // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders
          '-c.artifactName=Latchkey-${version}-${arch}.${ext}',
        ],
      ],
    },
    {
      ...{ name: 'Notarize the disk images', phase: 'build' },
      why: 'Apple looks at each image as well, and waits for its answer.',
      lines: dmgs.map((dmg) => [
        ...['xcrun', 'notarytool', 'submit', dmg, '--wait'],
        ...['--key', '$APPLE_API_KEY', '--key-id', '$APPLE_API_KEY_ID', '--issuer', '$APPLE_API_ISSUER'],
      ]),
    },
    {
      ...{ name: 'Staple', phase: 'build' },
      why: 'The ticket goes into each image, so that a Mac without a network opens it too.',
      lines: dmgs.map((dmg) => ['xcrun', 'stapler', 'staple', dmg]),
    },
    {
      ...{ name: 'Verify', phase: 'build' },
      why: 'As a stranger’s Mac will: the signature, the ticket and Gatekeeper’s word.',
      lines: [
        ...apps.map((app) => ['codesign', '--verify', '--deep', '--strict', '--verbose=2', app]),
        ...apps.map((app) => ['spctl', '--assess', '--type', 'execute', '--verbose', app]),
        ...[...apps, ...dmgs].map((path) => ['xcrun', 'stapler', 'validate', path]),
        ...dmgs.map((dmg) => ['spctl', '--assess', '--type', 'open', '--context', 'context:primary-signature', dmg]),
      ],
    },
    {
      ...{ name: 'Bill of materials', phase: 'build' },
      why: 'All that it is built of, of the lockfile, in CycloneDX: what is bundled is a package for development to npm, so none is left out.',
      lines: [
        [
          ...['npm', 'exec', '--yes', '--ignore-scripts', `--package=${sbomTool}`, '--', 'cyclonedx-npm'],
          ...['--package-lock-only', '--output-reproducible', '--output-file', `${releaseFolder}/latchkey.cdx.json`],
        ],
      ],
    },
    {
      ...{ name: 'Collect, checksums and cask', phase: 'build' },
      why: 'SHA256SUMS of all of it, and the cask of our own Homebrew tap, with `binary` and `zap`. It is not handed in to Homebrew’s main tap before it is notarized.',
      lines: [['npm', 'run', 'release', '--', '--collect']],
    },
    {
      ...{ name: 'Attestation', phase: 'attest' },
      why: 'Where it was built, out of what, signed by GitHub: actions/attest-build-provenance in the workflow, on SHA256SUMS. `gh attestation verify FILE` looks at it.',
      lines: [],
    },
    {
      ...{ name: 'Publish a draft', phase: 'publish' },
      why: 'A person looks at it and publishes it, and puts the cask into the tap.',
      lines: [
        [
          ...['gh', 'release', 'create', `v${version}`, '--draft', '--verify-tag', '--title', `Latchkey ${version}`],
          ...['--notes-file', `${releaseFolder}/notes.md`],
          ...[...artifacts(version), 'SHA256SUMS', 'latchkey.cdx.json', 'latchkey.rb'].map(
            (file) => `${releaseFolder}/${file}`,
          ),
        ],
      ],
    },
  ];
};
