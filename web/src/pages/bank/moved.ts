/** A list in which one entry has changed places with its neighbour; where there is none, as it was. */
export function moved<T>(list: readonly T[], from: number, by: 1 | -1): T[] {
  const entry = list[from];
  const other = list[from + by];
  if (entry === undefined || other === undefined) {
    return [...list];
  }
  return list.map((x, i) => (i === from ? other : i === from + by ? entry : x));
}
