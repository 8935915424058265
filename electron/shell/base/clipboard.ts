/** Electron's clipboard. Up to version 43 `writeText` was synchronous, since 44 it returns a promise; both fit. */
export interface TextClipboard {
  writeText(text: string): unknown;
}

/** Only the main process copies, and only text of its own. */
export const copyTextTo =
  (clipboard: TextClipboard) =>
  async (text: string): Promise<void> => {
    await clipboard.writeText(text);
  };
