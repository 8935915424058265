/** Reads one part of a look, once at a time: what began earlier never comes after what began later. */
export interface PartReader {
  /**
   * Shares the reading under way. `anew`: one more follows it, for it may have begun before what it should see, and nothing
   * that was answered before is made do with.
   */
  read(anew: boolean): Promise<void>;
  /** Whether a reading has ever come. */
  hasCome(): boolean;
}

export const createPartReader = (read: (anew: boolean) => Promise<void>): PartReader => {
  let underWay: Promise<void> | null = null;
  let following: Promise<void> | null = null;
  let hasCome = false;

  const begin = (anew: boolean): Promise<void> => {
    const reading = read(anew)
      .then(() => {
        hasCome = true;
      })
      .finally(() => {
        underWay = null;
      });
    underWay = reading;
    return reading;
  };
  const follow = (current: Promise<void>): Promise<void> => {
    const next = () => {
      following = null;
      return begin(true);
    };
    following ??= current.then(next, next);
    return following;
  };
  return {
    read: (anew) => (following ? following : underWay === null ? begin(anew) : anew ? follow(underWay) : underWay),
    hasCome: () => hasCome,
  };
};
