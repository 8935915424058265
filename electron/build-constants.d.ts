/** Set by the bundler: true in what is packaged for users, where nothing selects a simulated Mac; false in a checkout. */
declare const __LATCHKEY_RELEASE__: boolean;
