// Everything the product says in English; the compiler holds it to the shape of the Swedish texts.
import { accountEn } from "./account.ts";
import { alarmsEn } from "./alarms.ts";
import { auditEn } from "./audit.ts";
import { bookingEn } from "./booking.ts";
import { bookkeepingEn } from "./bookkeeping.ts";
import { settlementEn } from "./settlement.ts";
import { invoicesEn } from "./invoices.ts";
import { breachesEn } from "./breaches.ts";
import { carsEn } from "./cars.ts";
import { dataPurposesEn } from "./data-purposes.ts";
import { demoEn } from "./demo.ts";
import { complianceEn } from "./compliance.ts";
import { dispatchEn } from "./dispatch.ts";
import { documentsEn } from "./documents.ts";
import { drivingEn } from "./driving.ts";
import { errorsEn } from "./errors.ts";
import { feesEn } from "./fees.ts";
import { fieldErrorsEn } from "./field-errors.ts";
import { fleetEn } from "./fleet.ts";
import { helpEn } from "./help.ts";
import { incidentsEn } from "./incidents.ts";
import { jobsEn } from "./jobs.ts";
import { joiningEn } from "./joining.ts";
import { landmarksEn } from "./landmarks.ts";
import { lawEn } from "./law.ts";
import { legalEn } from "./legal.ts";
import { messagesEn } from "./messages.ts";
import { moneyEn } from "./money.ts";
import { orderEn } from "./order.ts";
import { ownDataEn } from "./own-data.ts";
import { ownPlacesEn } from "./own-places.ts";
import { paymentsEn } from "./payments.ts";
import { payEn } from "./pay.ts";
import { passkeysEn } from "./passkeys.ts";
import { outboxEn } from "./outbox.ts";
import { pricesEn } from "./prices.ts";
import { problemsEn } from "./problems.ts";
import { privacyCentreEn } from "./privacy-centre.ts";
import { purposesEn } from "./purposes.ts";
import { quoteEn } from "./quote.ts";
import { ridesEn } from "./rides.ts";
import { cacheEn } from "./cache.ts";
import { encryptionKeysEn } from "./encryption-keys.ts";
import { securityWatchEn } from "./security-watch.ts";
import { setupEn } from "./setup.ts";
import { sheetEn } from "./sheet.ts";
import { shellEn } from "./shell.ts";
import { staffEn } from "./staff.ts";
import { tariffsEn } from "./tariffs.ts";
import { ticketEn } from "./ticket.ts";
import { tripEn } from "./trip.ts";
import { driverChecksEn } from "./driver-checks.ts";
import { decisionsEn } from "./decisions.ts";
import { dataRequestsEn } from "./data-requests.ts";
import { protectionEn } from "./protection.ts";
import { retentionEn } from "./retention.ts";
import { webhooksEn } from "./webhooks.ts";
import type { sv } from "../sv/all.ts";
import { waysEn } from "./ways.ts";

/** The English texts. */
export const en: typeof sv = {
  shell: shellEn,
  trip: tripEn,
  fieldErrors: fieldErrorsEn,
  fees: feesEn,
  quote: quoteEn,
  order: orderEn,
  ownData: ownDataEn,
  ownPlaces: ownPlacesEn,
  passkeys: passkeysEn,
  prices: pricesEn,
  account: accountEn,
  alarms: alarmsEn,
  audit: auditEn,
  booking: bookingEn,
  bookkeeping: bookkeepingEn,
  settlement: settlementEn,
  invoices: invoicesEn,
  pay: payEn,
  payments: paymentsEn,
  staff: staffEn,
  tariffs: tariffsEn,
  ticket: ticketEn,
  webhooks: webhooksEn,
  protection: protectionEn,
  retention: retentionEn,
  dataRequests: dataRequestsEn,
  decisions: decisionsEn,
  driverChecks: driverChecksEn,
  cars: carsEn,
  breaches: breachesEn,
  cache: cacheEn,
  securityWatch: securityWatchEn,
  encryptionKeys: encryptionKeysEn,
  compliance: complianceEn,
  purposes: purposesEn,
  dispatch: dispatchEn,
  documents: documentsEn,
  driving: drivingEn,
  errors: errorsEn,
  fleet: fleetEn,
  help: helpEn,
  incidents: incidentsEn,
  jobs: jobsEn,
  joining: joiningEn,
  landmarks: landmarksEn,
  law: lawEn,
  legal: legalEn,
  messages: messagesEn,
  money: moneyEn,
  outbox: outboxEn,
  problems: problemsEn,
  privacyCentre: privacyCentreEn,
  rides: ridesEn,
  setup: setupEn,
  sheet: sheetEn,
  dataPurposes: dataPurposesEn,
  demo: demoEn,
  ways: waysEn,
};
