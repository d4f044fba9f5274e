/** One page of a list. Pass `nextCursor` back as `cursor` for the next one; `null` means that was the last. */
export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

/** What every list accepts. */
export interface PageQuery {
  /** The `nextCursor` of the page before. Opaque. */
  cursor?: string;
  /** Rows per page, 1 to 100. Default 30. */
  limit?: number;
}
