/** As it is now: whoever travels changes it while the app runs. */
export const localTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
