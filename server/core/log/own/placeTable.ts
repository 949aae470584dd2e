import type { ProbePlace } from "../record.ts";

/** Places of log lines, each kept once. Ids count up from 0. */
export class PlaceTable<P extends ProbePlace> {
  readonly #ids = new Map<string, number>();
  readonly #places: P[] = [];
  #shared: readonly P[] = [];

  /** The id of `place`: the same for all places with the same content. */
  intern(place: P): number {
    const key = keyOf(place);
    const known = this.#ids.get(key);
    if (known !== undefined) {
      return known;
    }
    const id = this.#places.length;
    this.#ids.set(key, id);
    this.#places.push(place);
    return id;
  }

  /** All places by id. An array given out earlier stays as it is, and is given out again as long as it is complete. */
  places(): readonly P[] {
    if (this.#shared.length !== this.#places.length) {
      this.#shared = this.#places.slice();
    }
    return this.#shared;
  }
}

/** Fields in a fixed order, since equal places may be written in different ones. */
function keyOf(place: ProbePlace): string {
  const { type, phase } = place;
  switch (place.type) {
    case "function":
      return JSON.stringify([type, phase, place.name]);
    case "kind":
      return JSON.stringify([type, phase, place.dispatcher, place.domain, place.number, place.name]);
    case "checkpoint":
      return JSON.stringify([
        type,
        phase,
        place.function,
        place.index,
        place.label,
        place.source?.file,
        place.source?.line,
      ]);
    case "callee":
      return JSON.stringify([type, phase, place.name, place.caller]);
    case "site":
      return JSON.stringify([type, phase, place.function, place.what, place.source.file, place.source.line]);
  }
}
