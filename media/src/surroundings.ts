// What can change around the chart without a message: the room that it has, and the theme.

export interface Surroundings {
  readonly resized: () => void;
  readonly rethemed: () => void;
}

export function watchSurroundings(parent: HTMLElement, on: Surroundings): void {
  new ResizeObserver(on.resized).observe(parent);
  addEventListener("resize", on.resized);
  // VS Code changes the variables and the class in place when the theme changes.
  const theme = new MutationObserver(on.rethemed);
  for (const node of [document.documentElement, document.body]) {
    theme.observe(node, { attributes: true, attributeFilter: ["style", "class"] });
  }
}

/** Calls `draw` at most once per frame of the screen, however often it is asked to. */
export function oncePerFrame(draw: () => void): () => void {
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        draw();
      });
    }
  };
}
