/** A file or a folder of its own that is there and cannot be read, and why. */
export interface UnreadFile {
  readonly path: string;
  readonly reason: string;
}
