export const loginPath = '/Users/alice/Library/Keychains/login.keychain-db';
export const workPath = '/Users/alice/Library/Keychains/work.keychain-db';
/** Names the keychains that are searched. */
export const searchListPath = '/Users/alice/Library/Preferences/com.apple.security.plist';
export const toolFilePath = (tool: string): string => `/Users/alice/.config/${tool}/login`;
