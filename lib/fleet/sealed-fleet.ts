// What of drivers, permit holders and outages is sealed: bookings name a driver and a permit holder by id alone.
import type { Sealed } from "../kv/family.ts";
import type { VehicleOutages } from "./outage.ts";
import type { PermitHolder } from "./permit-holder.ts";
import type { Driver } from "./vehicle.ts";

const driverFacts = { name: "", driverCode: "", phone: "", licence: "", note: "" };
/** The number of a sole trader is a personnummer. */
const holderFacts = {
  ...{ name: "", organisationNumber: "", permitNumber: "", contact: "", phone: "", email: "" },
};
const outageFacts = { "outages.*.reason": "", "outages.*.by": "" };

/** Of a driver. */
export const sealedDriver: Sealed<Driver> = {
  fields: Object.keys(driverFacts),
  subject: ({ id }) => ({ kind: "driver", at: id }),
  erased: driverFacts,
};

/** Of a permit holder. */
export const sealedHolder: Sealed<PermitHolder> = {
  fields: Object.keys(holderFacts),
  subject: ({ id }) => ({ kind: "holder", at: id }),
  erased: holderFacts,
};

/** Of outages: what several operators wrote, so that it is nobody's alone. */
export const sealedOutages: Sealed<VehicleOutages> = {
  fields: Object.keys(outageFacts),
  subject: () => null,
  erased: outageFacts,
};
