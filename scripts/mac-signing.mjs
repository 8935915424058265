// How `npm run package` signs the app: with a Developer ID where there is one, else ad hoc, and on no Mac not at all.
import { spawnSync } from 'node:child_process';

/**
 * @typedef {{ platform: string, environment: Readonly<Record<string, string | undefined>>, identities: string,
 *   isRelease: boolean }} SigningFacts `identities`: what `security find-identity` has printed
 * @typedef {{ kind: 'developer-id' | 'ad-hoc' | 'unsigned', says: string, overrides: { forceCodeSigning?: boolean, mac: object } }} Signing
 *   `overrides`: what goes on top of electron-builder.yml
 */

const adHocEntitlements = 'assets/entitlements.ad-hoc.plist';

/** One whole set of them; https://www.electron.build/code-signing-mac has the names. */
const notarizingVariables = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
  ['APPLE_KEYCHAIN', 'APPLE_KEYCHAIN_PROFILE'],
];

/**
 * @param {SigningFacts} facts
 * @returns {Signing | { kind: 'refused', says: string }}
 */
export const signingOf = ({ platform, environment, identities, isRelease }) => {
  const isSet = (/** @type {string} */ name) => (environment[name] ?? '') !== '';
  const canNotarize = notarizingVariables.some((names) => names.every(isSet));
  const hasDeveloperId =
    platform === 'darwin' &&
    (isSet('CSC_LINK') || isSet('CSC_NAME') || identities.includes('"Developer ID Application: '));
  if (isRelease && !hasDeveloperId) return { kind: 'refused', says: 'A release needs a Developer ID, on a Mac.' };
  if (isRelease && !canNotarize) {
    return { kind: 'refused', says: `A release is notarized: set ${notarizingVariables[0]?.join(', ')}.` };
  }
  if (hasDeveloperId) {
    const says = `Signed with a Developer ID${canNotarize ? ' and notarized' : ', not notarized: Gatekeeper asks elsewhere'}.`;
    return { kind: 'developer-id', says, overrides: { forceCodeSigning: true, mac: { notarize: canNotarize } } };
  }
  if (platform === 'darwin') {
    return {
      kind: 'ad-hoc',
      says: 'Signed ad hoc: it starts on this Mac. Elsewhere macOS refuses it until somebody allows it.',
      overrides: {
        forceCodeSigning: true,
        mac: {
          identity: '-',
          notarize: false,
          entitlements: adHocEntitlements,
          entitlementsInherit: adHocEntitlements,
        },
      },
    };
  }
  return {
    kind: 'unsigned',
    says: 'Not signed. It must be signed on a Mac before it starts: as it is, Apple silicon ends it at launch.',
    overrides: { mac: { identity: null } },
  };
};

/**
 * @param {boolean} isRelease
 * @returns {SigningFacts} of this machine
 */
export const signingFactsHere = (isRelease) => {
  const { platform, env: environment } = process;
  const words = ['find-identity', '-v', '-p', 'codesigning'];
  const identities =
    platform === 'darwin' ? (spawnSync('/usr/bin/security', words, { encoding: 'utf8' }).stdout ?? '') : '';
  return { platform, environment, identities, isRelease };
};
