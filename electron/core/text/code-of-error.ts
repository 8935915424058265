/** The code that Node gives an error of the system (`ENOENT`), for a comparison or for a reason. */
export const codeOfError = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
