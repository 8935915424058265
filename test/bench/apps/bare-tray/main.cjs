// The least that a menu-bar app can be: an icon, no window. What Latchkey is compared with while nobody opens it.
const { app, nativeImage, Tray } = require('electron');

const square = { width: 16, height: 16 };
let tray;
app.whenReady().then(() => {
  tray = new Tray(nativeImage.createFromBitmap(Buffer.alloc(square.width * square.height * 4, 0xff), square));
  tray.setToolTip('A bare tray.');
});
