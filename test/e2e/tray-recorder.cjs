// Loaded into Electron before the app (`electron -r`): remembers what the app sets on its tray, so that a test can see
// what a user would see in the menu bar, and click it. The app itself has no door for tests.
const { Tray } = require('electron');

const record = { tray: null, image: null, title: '', tooltip: '', menu: null };
globalThis.trayRecord = record;

/** Calls the real method too. */
const remember = (method, keep) => {
  const real = Tray.prototype[method];
  Tray.prototype[method] = function remembering(...values) {
    record.tray = this;
    keep(...values);
    return real.apply(this, values);
  };
};

remember('setIgnoreDoubleClickEvents', () => undefined);
remember('setImage', (image) => {
  record.image = image;
});
remember('setTitle', (title) => {
  record.title = title;
});
remember('setToolTip', (tooltip) => {
  record.tooltip = tooltip;
});
remember('popUpContextMenu', (menu) => {
  record.menu = menu;
});
