const CUT = "…";
/** Fewer letters of a name say nothing. */
const SHORTEST_NAME = 3;

/**
 * What fits into a box: the delta first, then as much of the name as there is room for. A delta is printed whole or
 * not at all: a cut `+57…` would be read as a figure.
 */
export function fitLabel(delta: string, name: string, characters: number): string {
  const whole = delta === "" ? name : `${delta} ${name}`;
  if (whole.length <= characters) {
    return whole;
  }
  const beforeName = delta === "" ? 0 : delta.length + 1;
  if (characters >= beforeName + SHORTEST_NAME + CUT.length) {
    return `${whole.slice(0, characters - CUT.length)}${CUT}`;
  }
  return delta.length <= characters ? delta : "";
}
