/** A failure without its message, which may quote a path, an argument or a file: only the kind of error and its code. */
export const nameOfError = (error: unknown): string => {
  if (!(error instanceof Error)) return 'something that is no error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
};

/** What an error says, message and all. What is no error, and no text, says nothing that could be asked for safely: `String` may throw. */
export const messageOfError = (error: unknown): string => {
  if (typeof error === 'string') return error;
  return error instanceof Error && typeof error.message === 'string' ? error.message : nameOfError(error);
};
