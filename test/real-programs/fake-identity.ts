/** A JSON Web Token with these claims, whose signature nobody checks. */
export const unsignedJwt = (claims: object): string =>
  [{ alg: 'RS256', typ: 'JWT' }, claims, 'signature']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');

/** Seconds since 1970, as identity providers count. */
export const inSeconds = (fromNow: number): number => Math.floor(Date.now() / 1000) + fromNow;
