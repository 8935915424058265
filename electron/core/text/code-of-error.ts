/** The code that Node gives an error of the system (`ENOENT`), for a comparison or for a reason. */
export const codeOfError = (error: unknown): string => {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : 'unknown error';
};
