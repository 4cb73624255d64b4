// Who invoices whom for a settlement, and with which numbers: decided when it is approved.

/** One side, as it was when the settlement was approved. */
export interface Party {
  name: string;
  organisationNumber: string;
  /** "" for who does not account for VAT. */
  vatNumber: string;
}

/** What is frozen with the approval. */
export interface SettlementPapers {
  house: Party;
  holder: Party;
  /** Number of the company's invoice in its series for the holder; null when nothing is charged. */
  invoice: number | null;
  /** Number of the self-billed invoice in the holder's series; null when nothing is bought. */
  selfBilled: number | null;
  /** Local date of the agreement on self-billing, and how many days there are to object; "" and 0 without one. */
  agreedOn: string;
  objectWithinDays: number;
}
