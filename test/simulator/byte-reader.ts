/** Reads byte by byte, and waits until one comes. */
export class ByteReader {
  #buffer: Uint8Array = new Uint8Array();

  /** @param readChunk gives what there is, at least one byte; null at the end */
  constructor(readonly readChunk: () => Promise<Uint8Array | null>) {}

  /** @returns null at the end */
  async next(): Promise<number | null> {
    while (this.#buffer.length === 0) {
      const chunk = await this.readChunk();
      if (chunk === null) return null;
      this.#buffer = chunk;
    }
    const byte = this.#buffer[0] ?? 0;
    this.#buffer = this.#buffer.subarray(1);
    return byte;
  }

  /** All that is left, to the end. */
  async rest(): Promise<string> {
    const chunks = [this.#buffer];
    this.#buffer = new Uint8Array();
    for (let chunk = await this.readChunk(); chunk !== null; chunk = await this.readChunk()) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  }
}
