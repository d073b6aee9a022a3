type OnFailure = (error: unknown) => void;
type Call = (...given: readonly unknown[]) => unknown;

/** The same object, whose asynchronous functions, also those of its parts, tell of every failure before they pass it on. */
export function watchFailures<Watched extends object>(watched: Watched, onFailure: OnFailure): Watched {
  const members = Object.entries(watched).map(([name, member]: [string, unknown]) => {
    if (typeof member === 'function') return [name, watchCall(member as Call, watched, onFailure)];
    const isPart = typeof member === 'object' && member !== null;
    return [name, isPart ? watchFailures(member, onFailure) : member];
  });
  return Object.fromEntries(members) as Watched;
}

function watchCall(call: Call, owner: object, onFailure: OnFailure) {
  return async (...given: readonly unknown[]): Promise<unknown> => {
    try {
      return await Reflect.apply(call, owner, given);
    } catch (error) {
      onFailure(error);
      throw error;
    }
  };
}
