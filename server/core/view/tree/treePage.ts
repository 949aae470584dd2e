/** Rows that are sent of one level before somebody asks for more: about 300 KB. */
export const PAGE_ROWS = 500;
