// Every address the product links to, in one place; nobody builds a path by hand.
import { placesPath, quotesPath, withQuery } from "./trip-paths.ts";

/** What an address says of how a day is arranged; "" is as usual. */
export type ViewWords = Partial<
  Record<"show" | "class" | "car" | "sort" | "cols" | "density" | "done" | "rows", string>
>;

/** The act a page says something of, and why undoing it was refused; "" for nothing. */
type SaidAct = { act?: string; refused?: string };

/** Where pages send what failed in them; the script that does so carries no other address. */
export const FAULTS_PATH = "/api/faults";

/** Path builders; arguments are encoded. */
export const paths = {
  home: () => "/",
  quotes: () => "/quotes",
  quote: (quoteId: string) => `/quotes/${encodeURIComponent(quoteId)}`,
  bookings: () => "/bookings",
  findBooking: () => "/bookings/find",
  sendTicketLink: (query?: { sent?: string }) => withQuery("/bookings/send-link", query),
  booking: (link: string) => `/bookings/${encodeURIComponent(link)}`,
  bookingCalendar: (link: string) => `/bookings/${encodeURIComponent(link)}/calendar.ics`,
  bookingDetails: (link: string) => `/bookings/${encodeURIComponent(link)}/details`,
  bookingDecisions: (link: string, query?: { done?: string }) =>
    withQuery(`/bookings/${encodeURIComponent(link)}/decisions`, query),
  bookingReceipt: (link: string, query?: { document?: string }) =>
    withQuery(`/bookings/${encodeURIComponent(link)}/receipt`, query),
  bookingReceiptFile: (link: string, query?: { document?: string }) =>
    withQuery(`/bookings/${encodeURIComponent(link)}/receipt.pdf`, query),
  bookingInvoiceFile: (link: string, query?: { document?: string }) =>
    withQuery(`/bookings/${encodeURIComponent(link)}/receipt.xml`, query),
  payBooking: (link: string) => `/bookings/${encodeURIComponent(link)}/pay`,
  paidBooking: (payment: string) => withQuery("/bookings/paid", { payment }),
  cancelBooking: (link: string) => `/bookings/${encodeURIComponent(link)}/cancel`,
  rescheduleBooking: (link: string) => `/bookings/${encodeURIComponent(link)}/reschedule`,
  prices: () => "/prices",
  help: () => "/help",
  privacy: () => "/privacy",
  terms: () => "/terms",
  offline: (query?: { lang?: string }) => withQuery("/offline", query),
  livez: () => "/livez",
  readyz: () => "/readyz",
  admin: (
    query?:
      & { date?: string; booking?: string; q?: string; cursor?: string; booked?: string }
      & SaidAct
      & ViewWords,
  ) => withQuery("/admin", query),
  adminActUndo: (actId: string) => `/admin/acts/${encodeURIComponent(actId)}`,
  adminDayCsv: (query: { date: string } & ViewWords) => withQuery("/admin/day.csv", query),
  enter: (token: string) => `/enter/${encodeURIComponent(token)}`,
  /** A booking taken on the telephone; the query fills in its form. */
  adminNewBooking: (query?: Record<string, string>) => withQuery("/admin/new", query),
  signedOut: () => "/signed-out",
  signIn: (query?: { next?: string }) => withQuery("/sign-in", query),
  signInCode: (query?: { next?: string }) => withQuery("/sign-in/code", query),
  signInConfirm: (query?: { next?: string }) => withQuery("/sign-in/confirm", query),
  /** Where a code is asked for … */
  signInSend: (query?: { next?: string }) => withQuery("/sign-in/send", query),
  /** … and where it is typed. */
  signInSent: (query?: { next?: string }) => withQuery("/sign-in/sent", query),
  signInPasskey: (query?: { next?: string }) => withQuery("/sign-in/passkey", query),
  /** What a browser asks its passkeys, as JSON. */
  signInPasskeyOptions: () => "/sign-in/passkey-options",
  signInRecover: () => "/sign-in/recover",
  signInRecovery: (token: string) => `/sign-in/recover/${encodeURIComponent(token)}`,
  register: (query?: { next?: string }) => withQuery("/register", query),
  /** To a provider of sign-in, and back from it. */
  signInWith: (provider: string, query?: { next?: string }) =>
    withQuery(`/sign-in/with/${encodeURIComponent(provider)}`, query),
  signInCallback: (provider: string) => `/sign-in/with/${encodeURIComponent(provider)}/callback`,
  signInStaff: (query?: { next?: string }) => withQuery("/sign-in/with/staff", query),
  /** Where an identity that waits is linked. */
  signInLink: () => "/sign-in/with/link",
  securityUnlink: () => "/account/security/unlink",
  /** What was booked with an address or a number a guest has shown to be theirs. */
  myBookings: (query?: { before?: string }) => withQuery("/bookings/mine", query),
  rides: (query?: { before?: string; done?: string }) => withQuery("/account/rides", query),
  ownPlaces: (query?: { done?: string }) => withQuery("/account/places", query),
  /** What is kept of somebody with an account, and what they may ask of it … */
  privacyCentre: (query?: { done?: string }) => withQuery("/account/privacy", query),
  ownDataFile: () => "/account/privacy/download",
  /** … and of a guest who has shown a number or an address. */
  guestPrivacy: (query?: { done?: string }) => withQuery("/privacy/requests", query),
  guestDataFile: () => "/privacy/requests/download",
  /** A driver's jobs of the day. */
  driver: () => "/driver",
  security: (query?: { done?: string }) => withQuery("/account/security", query),
  securityAct: (act: string) => `/account/security/${encodeURIComponent(act)}`,
  signOut: () => "/sign-out",
  adminBooking: (bookingId: string) => `/admin/bookings/${encodeURIComponent(bookingId)}`,
  adminBookingAction: (bookingId: string, action: string) =>
    `/admin/bookings/${encodeURIComponent(bookingId)}/${encodeURIComponent(action)}`,
  /** Where a booking is changed, or another is made of it; `kind` is `change`, `split` … */
  adminSheet: (bookingId: string, kind: string) =>
    `/admin/bookings/${encodeURIComponent(bookingId)}/sheets/${encodeURIComponent(kind)}`,
  adminCars: (
    query?: { date?: string; show?: string; class?: string; view?: string; zoom?: string },
  ) => withQuery("/admin/cars", query),
  adminCar: (
    vehicleId: string,
    query?: { done?: string; from?: string; until?: string } & SaidAct,
  ) => withQuery(`/admin/cars/${encodeURIComponent(vehicleId)}`, query),
  adminStaff: () => "/admin/staff",
  adminPerson: (personId: string) => `/admin/staff/${encodeURIComponent(personId)}`,
  adminPlaces: (query?: { q?: string; done?: string }) => withQuery("/admin/places", query),
  adminNewPlace: () => "/admin/new-place",
  /** A landmark's id without its first part: `ullevi`. */
  adminPlace: (slug: string) => `/admin/places/${encodeURIComponent(slug)}`,
  adminVehicles: (query?: { q?: string; done?: string }) => withQuery("/admin/vehicles", query),
  adminNewVehicle: () => "/admin/new-vehicle",
  adminVehicle: (id: string) => `/admin/vehicles/${encodeURIComponent(id)}`,
  adminDrivers: (query?: { q?: string; done?: string }) => withQuery("/admin/drivers", query),
  adminNewDriver: () => "/admin/new-driver",
  adminDriver: (id: string) => `/admin/drivers/${encodeURIComponent(id)}`,
  adminDriverChecks: (id: string) => `/admin/drivers/${encodeURIComponent(id)}/checks`,
  adminPermitHolders: (query?: { q?: string; done?: string }) =>
    withQuery("/admin/permit-holders", query),
  adminNewPermitHolder: () => "/admin/new-permit-holder",
  adminPermitHolder: (id: string) => `/admin/permit-holders/${encodeURIComponent(id)}`,
  adminTariffs: (query?: { done?: string }) => withQuery("/admin/tariffs", query),
  adminTariff: (version: string) => `/admin/tariffs/${encodeURIComponent(version)}`,
  adminDraft: (id: string, query?: { done?: string }) =>
    withQuery(`/admin/tariff-drafts/${encodeURIComponent(id)}`, query),
  adminTariffReview: (id: string) => `/admin/tariff-reviews/${encodeURIComponent(id)}`,
  /** The zones or fixed prices of a draft: the form of a new one. */
  adminDraftItems: (id: string, kind: "zones" | "fixed-prices") =>
    `/admin/tariff-drafts/${encodeURIComponent(id)}/${kind}`,
  adminDraftItem: (id: string, kind: "zones" | "fixed-prices", item: string) =>
    `/admin/tariff-drafts/${encodeURIComponent(id)}/${kind}/${encodeURIComponent(item)}`,
  adminFees: (query?: { done?: string }) => withQuery("/admin/fee-rules", query),
  /** An edition or a draft, by its first day. */
  adminFee: (bookedFrom: string, query?: { done?: string }) =>
    withQuery(`/admin/fee-rules/${encodeURIComponent(bookedFrom)}`, query),
  adminFeeReview: (bookedFrom: string) => `/admin/fee-reviews/${encodeURIComponent(bookedFrom)}`,
  adminJobs: (query?: { done?: string }) => withQuery("/admin/jobs", query),
  adminMessages: (
    query?: { show?: string; booking?: string; before?: string; done?: string },
  ) => withQuery("/admin/messages", query),
  adminMessage: (id: string, query?: { done?: string }) =>
    withQuery(`/admin/messages/${encodeURIComponent(id)}`, query),
  adminMessageTemplates: () => "/admin/message-templates",
  outbox: (query?: { before?: string }) => withQuery("/outbox", query),
  adminIncidents: (query?: { q?: string; trial?: string }) => withQuery("/admin/incidents", query),
  adminIncident: (fingerprint: string, query?: { reference?: string }) =>
    withQuery(`/admin/incidents/${encodeURIComponent(fingerprint)}`, query),
  adminWebhooks: () => "/admin/webhooks",
  adminWebhook: (id: string, query?: { before?: string }) =>
    withQuery(`/admin/webhooks/${encodeURIComponent(id)}`, query),
  adminBreaches: () => "/admin/breaches",
  adminBreach: (id: string) => `/admin/breaches/${encodeURIComponent(id)}`,
  adminBreachFile: (id: string) => `/admin/breaches/${encodeURIComponent(id)}/notification.json`,
  adminSecurity: () => "/admin/security",
  /** Versions of the key-encryption key, and its rotation. */
  adminKeys: (query?: { done?: string }) => withQuery("/admin/keys", query),
  /** What is kept ready; the query says what a purge would take. */
  adminCache: (query?: Record<string, string>) => withQuery("/admin/cache", query),
  adminAudit: (query?: Record<string, string>) => withQuery("/admin/audit", query),
  adminAuditEntry: (index: string) => `/admin/audit/${encodeURIComponent(index)}`,
  adminAuditProof: (index: string) => `/admin/audit/${encodeURIComponent(index)}/proof`,
  adminAuditCsv: (query?: Record<string, string>) => withQuery("/admin/audit/export.csv", query),
  adminAuditJson: (query?: Record<string, string>) => withQuery("/admin/audit/export.json", query),
  adminCompliance: (query?: { month?: string }) => withQuery("/admin/compliance", query),
  adminReportCsv: (query: { month: string }) => withQuery("/admin/compliance/report.csv", query),
  adminReportJson: (query: { month: string }) => withQuery("/admin/compliance/report.json", query),
  adminAccessReview: () => "/admin/access-review",
  adminRegister: () => "/admin/compliance/register",
  adminRegisterCsv: () => "/admin/compliance/register.csv",
  adminRegisterJson: () => "/admin/compliance/register.json",
  adminDataRequests: (query?: Record<string, string>) => withQuery("/admin/data-requests", query),
  adminDataRequestsCsv: (query?: Record<string, string>) =>
    withQuery("/admin/data-requests/export.csv", query),
  adminDataRequest: (id: string) => `/admin/data-requests/${encodeURIComponent(id)}`,
  /** Whose identity is protected. */
  adminProtected: (query?: { done?: string; booking?: string }) =>
    withQuery("/admin/protected", query),
  /** Whom a protected booking is for, shown once. */
  adminProtectedBooking: (bookingId: string) => `/admin/protected/${encodeURIComponent(bookingId)}`,
  /** The register of drivers in full, as a file. */
  adminDriverRegister: () => "/admin/driver-register",
  adminRetention: () => "/admin/retention",
  /** The books of an entity in a month, `2026-11`. */
  adminBooks: (query?: { entity: string; month: string }) => withQuery("/admin/bookkeeping", query),
  adminBookDay: (query: { entity: string; date: string }) =>
    withQuery("/admin/bookkeeping/day", query),
  adminInvoices: () => "/admin/bookkeeping/invoices",
  adminDocument: (id: string) => withQuery("/admin/bookkeeping/document.pdf", { document: id }),
  adminSie: (query: { entity: string; month: string }) =>
    withQuery("/admin/bookkeeping/vouchers.si", query),
  /** What about money waits for somebody, and the money of one booking. */
  adminMoney: () => "/admin/money",
  adminBookingMoney: (bookingId: string, query?: { done: string }) =>
    withQuery(`/admin/money/${encodeURIComponent(bookingId)}`, query),
  /** The comparison with the payment provider's books. */
  adminReconciliation: () => "/admin/reconciliation",
  adminReconciledDay: (date: string) => `/admin/reconciliation/${encodeURIComponent(date)}`,
  adminReconciledDayCsv: (date: string) =>
    `/admin/reconciliation/${encodeURIComponent(date)}/export.csv`,
  adminDifference: (id: string) => `/admin/differences/${encodeURIComponent(id)}`,
  adminSettlements: () => "/admin/settlements",
  /** What is settled with a permit holder; `until` reckons the next one. */
  adminHolderSettlements: (holder: string, query?: { until?: string; done?: string }) =>
    withQuery(`/admin/settlements/${encodeURIComponent(holder)}`, query),
  adminSettlement: (holder: string, number: number, query?: { done?: string }) =>
    withQuery(`/admin/settlements/${encodeURIComponent(holder)}/${number}`, query),
  adminStatement: (holder: string, number: number) =>
    `/admin/settlements/${encodeURIComponent(holder)}/${number}/statement.pdf`,
  /** Files that pay settlements. */
  adminPaymentFiles: (query?: { done?: "made" | "asked" | "returned" }) =>
    withQuery("/admin/payment-files", query),
  adminPaymentFile: (id: string) => `/admin/payment-files/${encodeURIComponent(id)}`,
  /** The entity's link to Fortnox; `connect` leads there. */
  adminFortnox: (query: { entity: string }) => withQuery("/admin/bookkeeping/fortnox", query),
  adminFortnoxConnect: (query: { entity: string }) =>
    withQuery("/admin/bookkeeping/connect-fortnox", query),
  /** Where people come back to from Fortnox; their session is not sent with that step. */
  fortnoxReturn: () => "/fortnox-return",
  adminJob: (jobId: string) => `/admin/jobs/${encodeURIComponent(jobId)}`,
  api: {
    // By their names: what is spread here, every script would have to carry.
    places: placesPath,
    quotes: quotesPath,
    pins: (query?: { locale: string }) => withQuery("/api/pins", query),
    quote: (quoteId: string) => `/api/quotes/${encodeURIComponent(quoteId)}`,
    bookings: () => "/api/bookings",
    booking: (link: string) => `/api/bookings/${encodeURIComponent(link)}`,
    bookingEvents: (link: string) => `/api/bookings/${encodeURIComponent(link)}/events`,
    followBooking: (link: string) => `/api/bookings/${encodeURIComponent(link)}/push`,
    cancelBooking: (link: string) => `/api/bookings/${encodeURIComponent(link)}/cancel`,
    rescheduleBooking: (link: string) => `/api/bookings/${encodeURIComponent(link)}/reschedule`,
    stripeEvents: "/api/stripe/events",
    adminBookings: (query?: { date?: string; q?: string; cursor?: string }) =>
      withQuery("/api/admin/bookings", query),
    adminBooking: (bookingId: string) => `/api/admin/bookings/${encodeURIComponent(bookingId)}`,
    adminBookingCommands: (bookingId: string) =>
      `/api/admin/bookings/${encodeURIComponent(bookingId)}/commands`,
    adminBookingChanges: (bookingId: string) =>
      `/api/admin/bookings/${encodeURIComponent(bookingId)}/changes`,
    adminBookingCandidates: (bookingId: string) =>
      `/api/admin/bookings/${encodeURIComponent(bookingId)}/candidates`,
    adminAssignments: () => "/api/admin/assignments",
    adminAct: (actId: string) => `/api/admin/acts/${encodeURIComponent(actId)}`,
    adminEvents: () => "/api/admin/events",
    faults: () => FAULTS_PATH,
    smsReport: (token: string) => `/api/sms/${encodeURIComponent(token)}`,
  },
} as const;
