// English: the pages on data protection.
import type { complianceSv } from "../sv/compliance.ts";

/** The pages on data protection. */
export const complianceEn: typeof complianceSv = {
  title: "Data protection",
  skip: "Skip to data protection",
  pages: "Pages on data protection",
  csv: "As CSV",
  json: "As JSON",
  yes: "yes",
  no: "no",
  none: "none",
  register: {
    title: "Processing",
    lead:
      "The record of processing (Art. 30) is made of what is really stored. It changes when the product does.",
    controller: "Controller",
    controllerMissing: "Not filled in: set AVANTI_CONTROLLER.",
    contact: "Contact",
    purposes: "Purposes",
    why: "Why",
    basis: "Legal basis",
    subjects: "Whose data",
    data: "Data",
    recipients: "Recipients",
    nobody: "nobody outside the company",
    until: "Ends",
    measures: "Security",
    measuresText:
      "Rights by role, two factors for the staff, secrets sealed, short lives for what is not needed, copies elsewhere, faults without personal data.",
    families: "Stored in",
    unnamed: "Stored without a purpose",
    processors: "Recipients outside the company",
    processorsLead:
      "The hosts the product hands anything to as it is set up now. Contracts are written into AVANTI_AGREEMENTS.",
    columns: {
      what: "For",
      host: "Host",
      name: "Name",
      role: "Role",
      country: "Country",
      transfer: "Transfer",
      contract: "Contract",
      missing: "Missing",
    },
  },
};
