import type { MacDoors } from '../../electron/system/doors';

/** In place of the door that watches files, where a test's time is not that of the disk. */
export const watchesNothing: MacDoors['watchFiles'] = () => ({ follow: () => {}, stop: () => {} });
