// What a person must be told of their account, put on the feed by the commit it follows from; who sends it stands above.
// Addresses, links and codes are sealed: the feed lives for two days, and no copy of it lets anybody in.
import { z } from "zod";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import { type Locale, LOCALES } from "../kernel/locale.ts";
import { paths } from "../kernel/paths.ts";
import { instant, record, text, word } from "../kernel/shape.ts";
import { type FeedBody, feedKind } from "../kv/feed-row.ts";
import type { Transaction } from "../kv/transaction.ts";
import { openText, type SealedText, sealText } from "../security/sealed-text.ts";
import type { Person } from "./person.ts";
import { ROLES } from "./role.ts";

/** What notices are of. */
export const NOTICE_KINDS = [
  /** Somebody is asked to join. */
  "invitation",
  /** A code of six digits that was asked for, to sign in or to see bookings. */
  "sign-in-code",
  /** The way back into an account. */
  "recovery",
  /** An address or a number was named; a link, and by telephone a code, shows that it is theirs. */
  "verify-reach",
  /** Somebody asked for an account with an address that has one. */
  "already-registered",
  /** How somebody signs in was changed; goes to every address and number they have. */
  "security-changed",
  /** What becomes of a request for one's own data; goes to every address and number that is known. */
  "data-request",
  /** Somebody's identity is protected, or no longer. */
  "protection-changed",
] as const;

/** One of them. */
export type NoticeKind = typeof NOTICE_KINDS[number];

/** What changed about how somebody signs in. */
export const SECURITY_CHANGES = [
  "password-set",
  "app-added",
  "app-removed",
  "codes-renewed",
  "recovery-code-used",
  "passkey-added",
  "passkey-removed",
  "reach-changed",
  "new-device",
  "recovered",
  "recovery-asked",
  "provider-linked",
  "provider-unlinked",
] as const;

/** One of them. */
export type SecurityChange = typeof SECURITY_CHANGES[number];

/** What becomes of a request for one's own data. */
export const REQUEST_NEWS = [
  "received",
  "asked",
  "extended",
  "refused",
  "done",
  "cancelled",
  /** What was restricted is used again in some days. */
  "lifting",
] as const;

/** One of them. */
export type RequestNews = typeof REQUEST_NEWS[number];

/** Words of what can be asked for; the room of such requests has the same. */
const REQUESTED = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "objection",
  "portability",
  "review",
] as const;

/** Where a notice goes: each of the two that is not "" is told. */
const to = z.strictObject({ mail: z.string(), phone: z.string() });

/** What is sealed. Links are paths on the product's origin: whoever sends puts the origin before them. */
const noticeContent = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("invitation"),
    to,
    name: z.string(),
    role: z.enum(ROLES),
    /** Who invites; "" for whoever runs the server. */
    by: z.string(),
    link: z.string(),
  }),
  z.strictObject({ kind: z.literal("sign-in-code"), to, code: z.string() }),
  z.strictObject({ kind: z.literal("recovery"), to, name: z.string(), link: z.string() }),
  z.strictObject({
    kind: z.literal("verify-reach"),
    to,
    name: z.string(),
    link: z.string(),
    /** Six digits to type where one reads; "" where the link alone is enough. */
    code: z.string(),
  }),
  z.strictObject({ kind: z.literal("already-registered"), to, name: z.string(), link: z.string() }),
  z.strictObject({
    kind: z.literal("security-changed"),
    to,
    name: z.string(),
    what: z.enum(SECURITY_CHANGES),
    /** `Chrome · Android`; "" when not known. */
    device: z.string(),
    /** The person's own page of how they sign in. */
    link: z.string(),
  }),
  z.strictObject({
    kind: z.literal("data-request"),
    to,
    name: z.string(),
    what: z.enum(REQUEST_NEWS),
    request: z.enum(REQUESTED),
    /** The last day of the answer, a date in Sweden. */
    dueOn: z.string(),
    /** Why it takes longer or is refused, or what is asked; "" for nothing. */
    reason: z.string(),
    link: z.string(),
  }),
  z.strictObject({
    kind: z.literal("protection-changed"),
    to,
    /** Always "". */
    name: z.string(),
    what: z.enum(["set", "lifted"]),
    link: z.string(),
  }),
]);

/** What a notice says, and to whom. */
export type NoticeContent = z.output<typeof noticeContent>;

/** A notice as the feed has it. */
export interface AccountNotice extends FeedBody {
  /** A ULID, the same whenever the entry is read. */
  id: string;
  kind: NoticeKind;
  locale: Locale;
  /** After this instant it has lost its point and is not sent. */
  until: string;
  sealed: SealedText;
}

const noticeShape = record<AccountNotice>({
  at: instant,
  id: text,
  kind: word(NOTICE_KINDS),
  locale: word(LOCALES),
  until: instant,
  sealed: record<SealedText>({ seal: word(["aes-256-gcm/1"]), iv: text, ciphertext: text }),
});

/** Entries of notices. */
export const accountNotice = feedKind<AccountNotice>("account-notice", undefined, noticeShape);

/** What telling needs. */
export interface NoticeDeps {
  clock: Clock;
  randomBytes: RandomBytes;
  sealKey: CryptoKey;
}

/** How long news of a change are news, in hours: who reads mail on Monday hears of Friday. */
const NEWS_HOURS = 72;

/** Adds a notice to a commit; it counts for `minutes`. */
export async function addNotice(
  deps: NoticeDeps,
  tx: Transaction,
  { locale, minutes }: { locale: Locale; minutes: number },
  content: NoticeContent,
): Promise<void> {
  const now = deps.clock.now();
  const id = ulid(now.epochMilliseconds, deps.randomBytes);
  const { sealKey, randomBytes } = deps;
  const sealed = await sealText(sealKey, placeOf(id), JSON.stringify(content), randomBytes);
  const until = now.add({ minutes }).toString();
  tx.append(accountNotice, { at: now.toString(), id, kind: content.kind, locale, until, sealed });
}

/** Adds news of how a person signs in to the commit of the change: every channel of theirs hears of it. */
export async function addSecurityNotice(
  deps: NoticeDeps,
  tx: Transaction,
  person: Pick<Person, "name" | "email" | "phone" | "locale">,
  { what, device = "" }: { what: SecurityChange; device?: string },
): Promise<void> {
  const { name, email, phone, locale } = person;
  if (email === "" && phone === "") return;
  await addNotice(deps, tx, { locale, minutes: NEWS_HOURS * 60 }, {
    kind: "security-changed",
    to: { mail: email, phone },
    name,
    what,
    device,
    link: paths.security(),
  });
}

/** Opens what a notice says. Rejects when anything of it was changed, or it is of another entry. */
export async function openNotice(
  { sealKey }: Pick<NoticeDeps, "sealKey">,
  { id, sealed }: Pick<AccountNotice, "id" | "sealed">,
): Promise<NoticeContent> {
  return noticeContent.parse(JSON.parse(await openText(sealKey, placeOf(id), sealed)));
}

/** Where a notice is sealed for. */
function placeOf(id: string): readonly string[] {
  return ["account-notice", id];
}
