/** What came of something that can fail. Errors are data with a code and a sentence; nothing is thrown across a boundary. */
export type Outcome<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: Code; readonly reason: string };

export const success = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

/** @param reason one sentence for a person: what happened and, where there is one, what to do next. */
export const failure = <Code extends string>(
  code: Code,
  reason: string,
): { readonly ok: false; readonly code: Code; readonly reason: string } => ({ ok: false, code, reason });
