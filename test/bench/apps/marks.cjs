// Loaded into Electron before an app (`electron -r`): tells on stderr when the tray shows what and which program is started,
// and clicks the icon at SIGUSR2. No debugger is attached, which would cost what is to be measured.
const { subscribe } = require('node:diagnostics_channel');
const { writeSync } = require('node:fs');
const { app, Tray } = require('electron');

// At once, and without what process.stderr brings along.
const tell = (what, value = '') => {
  const atMs = performance.timeOrigin + performance.now();
  writeSync(2, `latchkey-bench ${JSON.stringify({ what, value, atMs })}\n`);
};

let clicked = null;
for (const method of ['setIgnoreDoubleClickEvents', 'setImage', 'setTitle', 'setToolTip']) {
  const real = Tray.prototype[method];
  Tray.prototype[method] = function marking(...values) {
    clicked = this;
    tell('tray', method);
    return real.apply(this, values);
  };
}
subscribe('child_process', () => tell('child'));
app.once('ready', () => {
  tell('ready');
  process.on('SIGUSR2', () => clicked?.emit('click', {}, { x: 600, y: 0, width: 24, height: 24 }));
});
tell('main');
