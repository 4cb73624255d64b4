// What entries of the audit log say, in words.
import type { AuditEntry } from "../../../audit/entry.ts";
import type { Choice } from "../../../board/audit-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** An area of the product. */
export type AuditArea = keyof ReturnType<typeof textsFor>["audit"]["areas"];

/** Which area a route is of: the first beginning that fits. */
const AREAS: readonly (readonly [RegExp, AuditArea])[] = [
  [/^\/(api\/)?admin\/(acts|assignments|bookings|events|counts)/, "bookings"],
  [/^\/admin\/(cars)|^\/api\/admin\/(vehicles|outages)/, "cars"],
  [/^\/admin\/new$/, "orders"],
  [/^\/admin\/(places|new-place)/, "places"],
  [/^\/admin\/(vehicles|new-vehicle)/, "vehicles"],
  [/^\/admin\/(drivers|new-driver|driver-register)/, "drivers"],
  [/^\/admin\/(permit-holders|new-permit-holder)/, "holders"],
  [/^\/admin\/tariff/, "tariffs"],
  [/^\/admin\/fee-/, "fees"],
  [/^\/(admin\/(bookkeeping|settlements|payment-files)|fortnox-return)/, "books"],
  [/^\/(admin\/(money|reconciliation|differences)|api\/stripe)/, "payments"],
  [/^\/(admin\/message|outbox|api\/sms)/, "messages"],
  [/^\/(api\/)?admin\/(jobs|incidents|cache)|^\/api\/faults/, "faults"],
  [/^\/admin\/staff/, "staff"],
  [/^\/admin\/webhooks/, "webhooks"],
  [/^\/admin\/(data-requests|protected)/, "dataRequests"],
  [/^\/admin\/retention/, "retention"],
  [/^\/admin\/audit/, "audit"],
  [/^\/admin\/(compliance|breaches|security|access-review|keys)/, "compliance"],
  [/^\/admin(\/day\.csv)?$/, "day"],
  [/^\/account/, "account"],
  [/^\/(sign-in|sign-out|register|enter|signed-out)/, "signIn"],
  [/^\/(api\/)?bookings/, "booking"],
  [/^\/(api\/)?quotes/, "quotes"],
  [/^\/privacy\/requests/, "privacy"],
  [/^\/driver/, "driving"],
  [/:unknown/, "others"],
];

/** The area of a route; the website for what is none of those. */
export function areaOf(route: string): AuditArea {
  return AREAS.find(([begins]) => begins.test(route))?.[1] ?? "site";
}

/** What was done, by its command. */
export function whatWords(locale: Locale, { what }: Pick<AuditEntry, "what">): string {
  const { audit: words, jobs } = textsFor(locale);
  const [first = "", ...rest] = what.split(" ");
  const name = rest.join(" ");
  if (what.startsWith("sign-in try: ")) {
    const tries: Readonly<Record<string, string>> = words.tries;
    const tried = what.slice("sign-in try: ".length);
    return words.tried(tries[tried] ?? tried);
  }
  if (what.startsWith("refused: ")) return words.refused;
  const events: Readonly<Record<string, string>> = words.events;
  const event = events[what];
  if (event !== undefined) return event;
  const kinds: Readonly<Record<string, string>> = jobs.kinds;
  if (first === "job") return words.job(kinds[name] ?? name);
  if (first === "round" || first === "reader") return words.round;
  if (first === "script") return words.script(name);
  if (first === "GET" || first === "HEAD") return words.looked(words.areas[areaOf(name)]);
  return name.startsWith("/") ? words.sent(words.areas[areaOf(name)]) : words.elsewhere;
}

/** Who did it: one of the staff by name. */
export function whoWords(locale: Locale, who: string, staff: readonly Choice[]): string {
  const words = textsFor(locale).audit;
  if (who === "guest") return words.guest;
  if (who === "system") return words.system;
  const id = who.replace(/^person\//, "");
  return staff.find((one) => one.id === id)?.name ?? words.person(id);
}
