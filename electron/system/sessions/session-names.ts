const longestName = 40;
const mostNames = 3;

/** A name from outside, short enough for a line and without characters that would act on whoever prints it. */
export const boundedName = (name: string): string => {
  const text = name.replace(/\p{Cc}/gu, ' ').trim();
  // Two units make a character at most: the rest of a very long name is not looked at.
  const characters = [...text.slice(0, (longestName + 1) * 2)];
  return characters.length <= longestName ? text : `${characters.slice(0, longestName - 1).join('')}…`;
};

/** "work, notes and 2 more" */
export const joinedNames = (names: readonly string[]): string => {
  const shown = names.slice(0, mostNames).map(boundedName);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
};
