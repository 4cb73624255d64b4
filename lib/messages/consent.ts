// Whether somebody wants what their ride does not need.

/** Asks for it; whoever keeps consents stands behind this port. */
export interface Consents {
  /** `mark` is the keyed mark of a mail address or a telephone number. */
  allows(mark: string): Promise<boolean>;
}
