// An icon and a window that a click shows and hides, with nothing in it: an app of Latchkey's shape that does nothing.
const { join } = require('node:path');
const { app, BrowserWindow, nativeImage, Tray } = require('electron');

const square = { width: 16, height: 16 };
let tray;
app.enableSandbox();
app.whenReady().then(() => {
  tray = new Tray(nativeImage.createFromBitmap(Buffer.alloc(square.width * square.height * 4, 0xff), square));
  tray.setToolTip('A bare window.');
  const window = new BrowserWindow({ width: 360, height: 480, show: false, frame: false, skipTaskbar: true });
  window.loadFile(join(__dirname, 'index.html'));
  tray.on('click', () => (window.isVisible() ? window.hide() : window.show()));
});
