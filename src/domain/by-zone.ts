/**
 * One thing a time zone, made when it is first asked for. Formatters of Intl take long to build, and a megabyte is soon
 * full of them outside the heap, where nothing hurries the collector; there are only some hundred zones.
 */
export function byZone<Made>(make: (zone: string) => Made): (zone: string) => Made {
  const made = new Map<string, Made>();
  return (zone) => {
    const known = made.get(zone) ?? make(zone);
    made.set(zone, known);
    return known;
  };
}
