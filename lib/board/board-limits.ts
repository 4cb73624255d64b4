// Bounds that server and board share.

/** Most hits of a search; whoever needs the 31st is better served by one more letter. */
export const MAX_FOUND = 30;
