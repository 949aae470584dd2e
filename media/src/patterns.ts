// Patterns for boxes that stand for something else than one printed line: seen where colours are not.
import { contextOf, element } from "./dom.ts";

const TILE_PX = 6;

type Stroke = (brush: CanvasRenderingContext2D, sizePx: number) => void;

/** Not explained by a line of its own. */
export function diagonals(context: CanvasRenderingContext2D, colour: string): CanvasPattern | null {
  return patternOf(context, colour, (brush, size) => {
    // Three strokes, so that the diagonal runs on over the tile's corners.
    for (const shift of [-size, 0, size]) {
      brush.moveTo(shift, size);
      brush.lineTo(shift + size, 0);
    }
  });
}

/** Many frames in one box. */
export function verticals(context: CanvasRenderingContext2D, colour: string): CanvasPattern | null {
  return patternOf(context, colour, (brush, size) => {
    for (const x of [size / 4, (3 * size) / 4]) {
      brush.moveTo(x, 0);
      brush.lineTo(x, size);
    }
  });
}

/** Drawn in pixels of the screen, so that lines stay sharp; null where the browser makes no patterns. */
function patternOf(context: CanvasRenderingContext2D, colour: string, stroke: Stroke): CanvasPattern | null {
  const ratio = devicePixelRatio;
  const sizePx = Math.round(TILE_PX * ratio);
  const tile = element("canvas");
  tile.width = sizePx;
  tile.height = sizePx;
  const brush = contextOf(tile);
  brush.strokeStyle = colour;
  brush.lineWidth = ratio;
  brush.beginPath();
  stroke(brush, sizePx);
  brush.stroke();
  const pattern = context.createPattern(tile, "repeat");
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}
