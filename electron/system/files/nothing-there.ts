import { statusOf } from './own-file';

/** Why nothing was read at a path. `reason`: a clause. */
export type NoFile = { readonly kind: 'none' } | { readonly kind: 'unreadable'; readonly reason: string };

/** Where opening said that nothing is there: nothing, or a link to a disk that is not there now and may hold it. */
export const nothingAt = async (path: string): Promise<NoFile> => {
  const link = await statusOf(path);
  switch (link.kind) {
    case 'absent':
      return { kind: 'none' };
    case 'found':
      return { kind: 'unreadable', reason: 'it is a link to nowhere' };
    case 'unreadable':
      return { kind: 'unreadable', reason: `macOS answered ${link.code}` };
  }
};
