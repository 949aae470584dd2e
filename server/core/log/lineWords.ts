import { NameTable } from "./nameTable.ts";
import { PlaceTable } from "./own/placeTable.ts";
import type { FunctionPlace, ProbePlace } from "./record.ts";
import type { RowWords } from "./rows.ts";

/** What the rows of a log refer to by id: function names, and places of probes and events. */
export class LineWords implements RowWords {
  readonly functionNames: NameTable;
  readonly probePlaces = new PlaceTable<ProbePlace>();
  readonly functionPlaces = new PlaceTable<FunctionPlace>();

  constructor(decode: (bytes: Uint8Array) => string) {
    this.functionNames = new NameTable(decode);
  }

  names(): readonly string[] {
    return this.functionNames.names();
  }

  places(): readonly ProbePlace[] {
    return this.probePlaces.places();
  }

  eventPlaces(): readonly FunctionPlace[] {
    return this.functionPlaces.places();
  }
}
