import type { SessionsReading } from '../../electron/core/state/readings';
import type { Reading } from '../../electron/core/words/reading';
import type { SessionSighting } from '../../electron/core/words/session';

/** What was read; a test that gets no answer has failed. */
export const readValue = <Value>(reading: Reading<Value>): Value => {
  if (reading.kind === 'unread') throw new Error(reading.reason);
  return reading.value;
};

/** What was found, also where not all could be read. */
export const rowsOf = (reading: SessionsReading): readonly SessionSighting[] =>
  reading.kind === 'read' ? reading.value : reading.found;
