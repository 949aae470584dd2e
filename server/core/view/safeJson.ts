/** JSON has no NaN: a value that is missing or no safe integer is null; in the second case its text is in the problem. */
export function safe(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
