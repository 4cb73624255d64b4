// Everything the product says in Swedish, by where it is said. Its shape is the shape of every language.
import { accountSv } from "./account.ts";
import { alarmsSv } from "./alarms.ts";
import { auditSv } from "./audit.ts";
import { bookingSv } from "./booking.ts";
import { bookkeepingSv } from "./bookkeeping.ts";
import { settlementSv } from "./settlement.ts";
import { invoicesSv } from "./invoices.ts";
import { breachesSv } from "./breaches.ts";
import { carsSv } from "./cars.ts";
import { dataPurposesSv } from "./data-purposes.ts";
import { demoSv } from "./demo.ts";
import { complianceSv } from "./compliance.ts";
import { dispatchSv } from "./dispatch.ts";
import { documentsSv } from "./documents.ts";
import { drivingSv } from "./driving.ts";
import { errorsSv } from "./errors.ts";
import { feesSv } from "./fees.ts";
import { fieldErrorsSv } from "./field-errors.ts";
import { fleetSv } from "./fleet.ts";
import { helpSv } from "./help.ts";
import { incidentsSv } from "./incidents.ts";
import { jobsSv } from "./jobs.ts";
import { joiningSv } from "./joining.ts";
import { landmarksSv } from "./landmarks.ts";
import { lawSv } from "./law.ts";
import { legalSv } from "./legal.ts";
import { messagesSv } from "./messages.ts";
import { moneySv } from "./money.ts";
import { orderSv } from "./order.ts";
import { ownDataSv } from "./own-data.ts";
import { ownPlacesSv } from "./own-places.ts";
import { paymentsSv } from "./payments.ts";
import { paySv } from "./pay.ts";
import { passkeysSv } from "./passkeys.ts";
import { outboxSv } from "./outbox.ts";
import { pricesSv } from "./prices.ts";
import { problemsSv } from "./problems.ts";
import { privacyCentreSv } from "./privacy-centre.ts";
import { purposesSv } from "./purposes.ts";
import { quoteSv } from "./quote.ts";
import { ridesSv } from "./rides.ts";
import { cacheSv } from "./cache.ts";
import { encryptionKeysSv } from "./encryption-keys.ts";
import { securityWatchSv } from "./security-watch.ts";
import { setupSv } from "./setup.ts";
import { sheetSv } from "./sheet.ts";
import { shellSv } from "./shell.ts";
import { staffSv } from "./staff.ts";
import { tariffsSv } from "./tariffs.ts";
import { ticketSv } from "./ticket.ts";
import { tripSv } from "./trip.ts";
import { waysSv } from "./ways.ts";
import { driverChecksSv } from "./driver-checks.ts";
import { decisionsSv } from "./decisions.ts";
import { dataRequestsSv } from "./data-requests.ts";
import { protectionSv } from "./protection.ts";
import { retentionSv } from "./retention.ts";
import { webhooksSv } from "./webhooks.ts";

/** The Swedish texts. */
export const sv = {
  shell: shellSv,
  trip: tripSv,
  fieldErrors: fieldErrorsSv,
  fees: feesSv,
  quote: quoteSv,
  order: orderSv,
  ownData: ownDataSv,
  ownPlaces: ownPlacesSv,
  passkeys: passkeysSv,
  prices: pricesSv,
  account: accountSv,
  alarms: alarmsSv,
  audit: auditSv,
  booking: bookingSv,
  bookkeeping: bookkeepingSv,
  settlement: settlementSv,
  invoices: invoicesSv,
  pay: paySv,
  payments: paymentsSv,
  staff: staffSv,
  tariffs: tariffsSv,
  ticket: ticketSv,
  webhooks: webhooksSv,
  protection: protectionSv,
  retention: retentionSv,
  dataRequests: dataRequestsSv,
  decisions: decisionsSv,
  driverChecks: driverChecksSv,
  cars: carsSv,
  breaches: breachesSv,
  cache: cacheSv,
  securityWatch: securityWatchSv,
  encryptionKeys: encryptionKeysSv,
  compliance: complianceSv,
  purposes: purposesSv,
  dispatch: dispatchSv,
  documents: documentsSv,
  driving: drivingSv,
  errors: errorsSv,
  fleet: fleetSv,
  help: helpSv,
  incidents: incidentsSv,
  jobs: jobsSv,
  joining: joiningSv,
  landmarks: landmarksSv,
  law: lawSv,
  legal: legalSv,
  messages: messagesSv,
  money: moneySv,
  outbox: outboxSv,
  problems: problemsSv,
  privacyCentre: privacyCentreSv,
  rides: ridesSv,
  setup: setupSv,
  sheet: sheetSv,
  dataPurposes: dataPurposesSv,
  demo: demoSv,
  ways: waysSv,
};
