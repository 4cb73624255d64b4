// What of a buyer is sealed, under the product's own key: a ride that was bought is invoiced also when its customer has asked to
// be forgotten (GDPR, Article 17.3 b).
import type { Sealed } from "../kv/family.ts";
import type { BookedBuyer } from "./buyer.ts";

/** Of a booking's buyer. */
export const sealedBuyer: Sealed<BookedBuyer> = {
  fields: ["buyer"],
  subject: () => null,
  // The product's key is never destroyed for a person's sake.
  erased: {
    buyer: {
      ...{ kind: "person", name: "", organisationNumber: "", street: "", postcode: "", city: "" },
      ...{ reference: "", email: "", peppolId: "", isCollected: false },
    },
  },
};
