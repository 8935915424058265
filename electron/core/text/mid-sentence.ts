/** "The disk is full" begins a sentence; within one it is "the disk is full". "SSH login" and "Claude Code …" stay. */
export const midSentence = (text: string): string =>
  /^[A-Z][a-z]/.test(text) && !/^(Claude|Latchkey)/.test(text)
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;

/** "The disk is full." as a part of another sentence. */
export const asClause = (sentence: string): string => midSentence(sentence.replace(/\.$/, ''));

/** The other way round: what begins a sentence. */
export const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
