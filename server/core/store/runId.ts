// The name of a run: when it began, and something that tells apart what began in the same second. Sorts by time.

const ID = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-[0-9a-f]{4}$/;

/** `20261125T085000Z-3f9a` @param random from 0 up to, not including, 1 */
export function runId(date: Date, random: number): string {
  const time = date.toISOString().replace(/[-:]|\.\d+/g, "");
  return `${time}-${Math.floor(random * 0x10000)
    .toString(16)
    .padStart(4, "0")}`;
}

/** Whether a name can be that of a run folder: no other one is ever written to or deleted. */
export function isRunId(name: string): boolean {
  return ID.test(name);
}

/** The moment in the name, as ISO 8601. Undefined where it is no run's. */
export function timeOfRunId(id: string): string | undefined {
  const [, year, month, day, hour, minute, second] = ID.exec(id) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
