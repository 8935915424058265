// Which of the two icons the app gets. macOS 26 puts a plate behind an icon of the old kind; the new kind needs Xcode 26.
import { spawnSync } from 'node:child_process';

const iconComposer = 'assets/Latchkey.icon';
const picture = 'assets/icon.icns';

/**
 * @param {string} printed what `actool --version` has printed; '' where there is none
 * @returns {string}
 */
export const appIcon = (printed) => {
  const version = /<key>short-bundle-version<\/key>\s*<string>(\d+)/.exec(printed)?.[1];
  return Number(version) >= 26 ? iconComposer : picture;
};

/** @returns {string} */
export const appIconHere = () => appIcon(spawnSync('actool', ['--version'], { encoding: 'utf8' }).stdout ?? '');
