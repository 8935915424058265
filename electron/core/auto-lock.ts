/** Shorter timeouts lock the keychain under the user's hands; `security` itself would take them. */
export const minimumIdleTimeoutSeconds = 60;
/** A day and a half of a year is no protection any more, but legal: the field is a signed 32-bit number and INT_MAX means never. */
export const maximumIdleTimeoutSeconds = 2_147_483_646;
