// The size of the small drawing of streets, for who draws it and who shows it.

/** Width and height in units; one unit is six metres on the ground. */
export const STREETS_BOX = { width: 74, height: 86 } as const;
