/** Something that the set-up cannot do by itself; the message is for a person and says what to type. */
export class SetupError extends Error {}
