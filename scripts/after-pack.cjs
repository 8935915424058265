// electron-builder calls this after it has laid out an app, before fuses and signing.
const { readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Takes back the exception to App Transport Security that electron-builder writes over `extendInfo`
 * (electronMac.js, configureLocalhostAts): the app loads nothing from any network, so it asks for no exception.
 * Can go when electron-builder leaves the key alone.
 * @param {string} plist an XML property list
 * @returns {string} the same without its NSAppTransportSecurity dictionary
 */
const withoutTransportException = (plist) => {
  const start = plist.indexOf('<key>NSAppTransportSecurity</key>');
  if (start < 0) return plist;
  let depth = 0;
  for (const tag of plist.slice(start).matchAll(/<dict>|<\/dict>|<dict\/>/g)) {
    if (tag[0] === '<dict>') depth += 1;
    if (tag[0] === '</dict>') depth -= 1;
    if (depth === 0) return plist.slice(0, start) + plist.slice(start + tag.index + tag[0].length).trimStart();
  }
  throw new Error('Info.plist: NSAppTransportSecurity does not end');
};

/**
 * Takes out the sentences that macOS would show when an app asks for the camera, the microphone, Bluetooth and the like:
 * Electron brings them for every app, and this one asks for nothing.
 * @param {string} plist an XML property list
 * @returns {string}
 */
const withoutUsageSentences = (plist) =>
  plist.replaceAll(/<key>[^<]*UsageDescription<\/key>\s*<string>[^<]*<\/string>\s*/g, '');

/** @param {{ electronPlatformName: string, appOutDir: string, packager: { appInfo: { productFilename: string } } }} context */
const afterPack = ({ electronPlatformName, appOutDir, packager }) => {
  if (electronPlatformName !== 'darwin') return;
  const contents = join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents');
  // Electron's own app, which is shown where there is no other, and its checksum.
  rmSync(join(contents, 'Resources', 'default_app.asar'), { force: true });
  for (const name of readdirSync(contents, { recursive: true, encoding: 'utf8' })) {
    if (!/(^|\.app\/Contents\/)Info\.plist$/.test(name)) continue;
    const file = join(contents, name);
    const plist = withoutUsageSentences(withoutTransportException(readFileSync(file, 'utf8')));
    writeFileSync(file, plist.replace(/<key>Resources\/default_app\.asar<\/key>\s*<dict>[\s\S]*?<\/dict>\s*/, ''));
  }
};

module.exports = { default: afterPack, withoutTransportException, withoutUsageSentences };
