// Loaded into Electron before the app (`electron -r`): a native menu takes the mouse of the whole display, so the menus that
// the popover opens are kept instead of shown, until a test has chosen in them as a user would. The app has no door for tests.
const { Menu } = require('electron');

const record = { menu: null, close: () => undefined, opened: 0 };
globalThis.menuRecord = record;

Menu.prototype.popup = function keep({ callback } = {}) {
  record.menu = this;
  record.opened += 1;
  record.close = () => {
    record.menu = null;
    callback?.();
  };
};
