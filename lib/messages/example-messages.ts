// Every message there is with example data: for operators who want to see what customers read, and for tests.
import type { NoticeContent } from "../accounts/account-notice.ts";
import { bookingId } from "../booking/booking.ts";
import type { Locale } from "../kernel/locale.ts";
import { HOME_ZONE } from "../kernel/wall-time.ts";
import { TOPIC_RULES } from "./message-rules.ts";
import {
  type MessageContent,
  RIDE_TOPICS,
  type RideFacts,
  type RideTopic,
  type ToldDocument,
} from "./message.ts";
import type { Rendered } from "./render-message.ts";

/** A message as it would be, and to whom. */
export interface ExampleMessage {
  message: Rendered;
  to: string;
  content: MessageContent;
}

const AT = "2026-11-23T08:00:00Z";
const BOOKING = bookingId("01KAMZ8N00AVANT1B00K1NG001");
const ID = "01KAMZ8N00AVANT1MESSAGE001";

const RIDE: RideFacts = {
  reference: "K4Q7RM",
  version: 2,
  status: "confirmed",
  name: "Maja Öberg",
  phone: "+46701740605",
  email: "maja@example.org",
  flightNumber: "SK1436",
  note: "",
  pickup: { wallTime: "2026-11-24T10:00", timeZone: HOME_ZONE, instant: "2026-11-24T09:00:00Z" },
  durationSeconds: 1_500,
  from: { label: "Östra Hamngatan 24", area: "Göteborg" },
  to: { label: "Göteborg Landvetter flygplats", area: "Härryda" },
  passengers: 2,
  vehicleClass: "standard",
  totalOre: 49_500,
  payment: { method: "car" },
  feeOre: null,
  freeUntil: "2026-11-24T08:00:00.000Z",
  changedAt: AT,
  car: null,
};
const CAR = { driver: "Kim", vehicle: "Bil 07", registration: "ABC 123", phone: "+46701740606" };
const DRIVEN: RideFacts = { ...RIDE, status: "assigned", car: CAR };
const EARLIER: RideFacts = {
  ...RIDE,
  version: 1,
  pickup: { ...RIDE.pickup, wallTime: "2026-11-24T09:00", instant: "2026-11-24T08:00:00Z" },
  totalOre: 47_000,
};

const COMPLETED: RideFacts = { ...DRIVEN, status: "completed" };
const DOCUMENTS: Partial<Record<RideTopic, ToldDocument>> = {
  receipt: { id: "", number: "F-17", totalOre: 49_500 },
  "credit-note": { id: "", number: "K-2", totalOre: -49_500 },
};

/** What each topic of a ride tells. */
const RIDES: Readonly<Record<RideTopic, { before: RideFacts | null; after: RideFacts }>> = {
  confirmation: { before: null, after: RIDE },
  change: { before: EARLIER, after: RIDE },
  revival: { before: { ...RIDE, version: 1, status: "cancelled", feeOre: 0 }, after: RIDE },
  cancellation: { before: RIDE, after: { ...RIDE, status: "cancelled", feeOre: 24_750 } },
  "no-show": { before: DRIVEN, after: { ...RIDE, status: "no-show", feeOre: 49_500 } },
  driver: { before: RIDE, after: DRIVEN },
  "on-the-way": { before: DRIVEN, after: { ...DRIVEN, status: "en-route" } },
  arrived: { before: DRIVEN, after: { ...DRIVEN, status: "arrived" } },
  reminder: { before: DRIVEN, after: DRIVEN },
  "ticket-link": { before: RIDE, after: RIDE },
  receipt: { before: COMPLETED, after: COMPLETED },
  "credit-note": { before: COMPLETED, after: COMPLETED },
};

const TO = { mail: "maja@example.org", phone: "+46701740605" };
const NOTICES: readonly NoticeContent[] = [
  {
    ...{ kind: "invitation", to: TO, name: "Kim Berg", role: "dispatcher", by: "Sara Ek" },
    link: "/enter/example",
  },
  { kind: "sign-in-code", to: TO, code: "482913" },
  { kind: "recovery", to: TO, name: "Maja Öberg", link: "/enter/example" },
  { kind: "verify-reach", to: TO, name: "Maja Öberg", link: "/enter/example", code: "482913" },
  { kind: "already-registered", to: TO, name: "Maja Öberg", link: "/sign-in" },
  {
    ...{ kind: "security-changed", to: TO, name: "Maja Öberg", what: "new-device" },
    ...{ device: "Firefox · Linux", link: "/account/security" },
  },
  {
    ...{ kind: "data-request", to: TO, name: "Maja Öberg", what: "received", request: "access" },
    ...{ dueOn: "2026-12-24", reason: "", link: "/privacy" },
  },
  { kind: "protection-changed", to: TO, name: "", what: "set", link: "/privacy/requests" },
];

/** All of them in a language, by each channel they go by. */
export function exampleMessages(locale: Locale): ExampleMessage[] {
  const rides = RIDE_TOPICS.map((topic) => ({
    topic,
    bookingId: BOOKING,
    content: {
      ...{ kind: "ride" as const, ...RIDES[topic] },
      ...(DOCUMENTS[topic] === undefined ? {} : { document: DOCUMENTS[topic] }),
    },
  }));
  const notices = NOTICES.map((notice) => ({
    topic: notice.kind,
    bookingId: null,
    content: { kind: "notice" as const, notice },
  }));
  return [...rides, ...notices].flatMap(({ topic, bookingId: about, content }) =>
    TOPIC_RULES[topic].channels.map((channel) => ({
      message: { id: ID, bookingId: about, topic, channel, locale, at: AT, deadline: AT },
      to: channel === "mail" ? TO.mail : TO.phone,
      content,
    }))
  );
}
