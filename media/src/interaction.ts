// Pointer, wheel and keys of the canvas → what a person wants. Zooming and dragging are d3's part (rangeZoom.ts).

/** A point of the canvas, and the same point of the window. */
export interface PointerPlace {
  readonly xPx: number;
  readonly yPx: number;
  readonly windowX: number;
  readonly windowY: number;
}

export interface Interactions {
  readonly hovered: (at: PointerPlace) => void;
  readonly left: () => void;
  readonly clicked: (at: PointerPlace) => void;
  readonly doubleClicked: (at: PointerPlace) => void;
  readonly scrolledRows: (px: number) => void;
  readonly panned: (px: number) => void;
  /** True when the key was ours. */
  readonly pressed: (key: string) => boolean;
}

/** A wheel that counts lines, not pixels, moves this much for each. */
const WHEEL_LINE_PX = 20;

export function attachInteractions(canvas: HTMLCanvasElement, on: Interactions): void {
  canvas.addEventListener("pointermove", (event) => {
    // A pressed button is a drag: the chart moves under the pointer, a tooltip would only hide it.
    if (event.buttons === 0) {
      on.hovered(placeOf(event));
    } else {
      on.left();
    }
  });
  canvas.addEventListener("pointerleave", () => on.left());
  canvas.addEventListener("click", (event) => {
    // The second click of a double click must not ask for the source once more.
    if (event.detail <= 1) {
      on.clicked(placeOf(event));
    }
  });
  canvas.addEventListener("dblclick", (event) => on.doubleClicked(placeOf(event)));
  canvas.addEventListener("wheel", (event) => scroll(event, on), { passive: false });
  canvas.addEventListener("keydown", (event) => {
    // With these held down the key belongs to VS Code or the browser.
    if (!event.ctrlKey && !event.metaKey && !event.altKey && on.pressed(event.key)) {
      event.preventDefault();
    }
  });
}

/** Shift scrolls the rows, a horizontal wheel pans. What is left is a zoom, and not for us. */
function scroll(event: WheelEvent, on: Interactions): void {
  const unitPx = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : WHEEL_LINE_PX;
  if (event.shiftKey) {
    // Some systems turn Shift + wheel into a horizontal wheel.
    on.scrolledRows((event.deltaY === 0 ? event.deltaX : event.deltaY) * unitPx);
    event.preventDefault();
  } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    on.panned(event.deltaX * unitPx);
    event.preventDefault();
  }
}

function placeOf(event: MouseEvent): PointerPlace {
  return { xPx: event.offsetX, yPx: event.offsetY, windowX: event.clientX, windowY: event.clientY };
}
