/** The letter that stands for a hidden name by its place: A to Z, then AA, AB, as spreadsheets count columns. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
