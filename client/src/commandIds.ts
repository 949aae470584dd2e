/** Carried by code lenses; also in the palette, for the cursor's function. */
export const SHOW_IN_CHART = "quartzRss.showInChart";
