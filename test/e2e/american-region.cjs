// Loaded into Electron before the app (`electron -r`): a Mac whose region is the United States, whatever languages this computer has.
const { app } = require('electron');

app.getLocaleCountryCode = () => 'US';
