/**
 * An .icns file with one picture; macOS scales it for each place. electron-builder would fetch a converter for this.
 * @param {Buffer} png 1024 × 1024 pixels
 * @returns {Buffer}
 */
export const macIcon = (png) => {
  const chunk = (/** @type {string} */ type, /** @type {Buffer} */ contents) => {
    const header = Buffer.alloc(8);
    header.write(type, 'latin1');
    header.writeUInt32BE(contents.length + header.length, 4);
    return Buffer.concat([header, contents]);
  };
  // ic10: "1024 × 1024, or 512 × 512 for displays with double resolution".
  return chunk('icns', chunk('ic10', png));
};
