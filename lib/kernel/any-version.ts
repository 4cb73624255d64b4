// What a stored row of any release holds for certain, as a type: so a new field asks for its value on old rows.

/**
 * A row of any version: `First` are the fields that every version has, all later ones may be missing. Turning
 * it into a `Row` does not type-check until each later field has a value for old rows.
 */
export type AnyVersion<Row, First extends keyof Row> =
  & Pick<Row, First>
  & Partial<Omit<Row, First>>;
