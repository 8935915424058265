/** A failure without its message, which may quote a path, an argument or a file: only the kind of error and its code. */
export const nameOfError = (error: unknown): string => {
  if (!(error instanceof Error)) return 'something that is no error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
};

/** What an error says, message and all. Of what is neither an error nor a text `String` may make nothing but another error. */
export const messageOfError = (error: unknown): string => {
  if (typeof error === 'string') return error;
  return error instanceof Error && typeof error.message === 'string' ? error.message : nameOfError(error);
};
