const oldest = { major: 20, minor: 19 };

/**
 * @param {string} version as in `process.versions.node`, e.g. `20.20.2`
 * @returns {string | undefined} a sentence when it is too old
 */
export const nodeVersionProblem = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return undefined;
  return `Latchkey needs Node ${oldest.major}.${oldest.minor} or newer; this is Node ${version}. Install a newer one from https://nodejs.org and run the command again.`;
};
