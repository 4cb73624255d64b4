// English: a driver's own page.
import type { drivingSv } from "../sv/driving.ts";

/** Driving. */
export const drivingEn: typeof drivingSv = {
  title: "Your jobs",
  nobody: "You are no longer among the drivers. Call the dispatchers.",
  name: "Driver",
  permitHolder: "Permit holder",
  vehicle: "Car",
  jobs: (day) => `Jobs ${day}`,
  none: "No jobs are given to you today.",
  erased: "Erased",
  restricted: "Customer with restricted data",
  restrictedPlace:
    "The customer has restricted how their data are used: not shown once the ride is over.",
  veiled: "Customer with a protected identity",
  veiledPlace: (minutes: number) => `Where to pick up is shown ${minutes} minutes before`,
  reach: (phone: string) => `To reach the customer, call the dispatchers, ${phone}.`,
  takePayment: "Take payment on the meter:",
  takeNoPayment: "Take no payment.",
  call: (phone) => `Call the customer ${phone}`,
};
