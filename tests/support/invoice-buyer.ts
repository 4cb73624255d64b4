// A firm that rides are invoiced to.
import type { InvoiceBuyer } from "../../lib/invoicing/buyer.ts";

/** It. */
export const FIRM: InvoiceBuyer = {
  ...{ kind: "firm", name: "Göteborgs Stad", organisationNumber: "212000-1355" },
  ...{ street: "Gustaf Adolfs torg 4", postcode: "404 82", city: "Göteborg" },
  ...{ reference: "", email: "faktura@stad.example", peppolId: "", isCollected: false },
};
