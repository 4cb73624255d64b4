// Every mail there is, handed to a real server and read there by parsers of other hands.
import assert from "node:assert/strict";
import ICAL from "npm:ical.js@2.2.1";
import type { RideFacts } from "../../lib/messages/message.ts";
import { type ExampleMessage, exampleMessages } from "../../lib/messages/example-messages.ts";
import { mailChannel } from "../../lib/messages/mail-channel.ts";
import { renderMessage } from "../../lib/messages/render-message.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { smtpMailer } from "../../lib/mail/smtp-gateway.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { keptLog } from "../support/kept-log.ts";
import { type ArrivedMail, mailServer } from "../support/mail-server.ts";

const FROM = "resa@avanti.example";
const ORIGIN = "https://avanti.example";
const { linkKey } = await deriveCryptoKeys(new Uint8Array(32).fill(7));
const bookings = { get: () => Promise.resolve(null) };
/** Every byte there is, so that a wrong encoding shows. */
const PDF = Uint8Array.from({ length: 5_000 }, (_, i) => i % 256);
const FILE = { name: "avanti-F-17.pdf", type: "application/pdf", bytes: PDF };
const documents = { fileOf: () => Promise.resolve(FILE) };
const DEPS = { linkKey, bookings, documents, config: { origin: ORIGIN, mailFrom: FROM } };

/** What people are called who want to be somebody else. */
const HOSTILE = [
  "Maja\r\nBcc: alla@example.org",
  "\u202Egro.elpmaxe@ajaM\u202C",
  "👩‍🚀🚕",
  '"><script>alert(1)</script>',
  "Maja;X-ADMIN=1:\nATTENDEE:mailto:nisse@example.org",
  "${7*7}{{7*7}}",
];

Deno.test("every mail arrives with a text, a page and headers of its own, in both languages", async () => {
  const examples = LOCALES.flatMap((locale) => exampleMessages(locale)).filter(isMail);
  const mails = await arrived(examples);
  assert.equal(mails.length, examples.length);
  for (const [i, { message, to }] of examples.entries()) {
    const { read, raw } = mails[i] ?? assert.fail();
    const about = `${message.topic} ${message.locale}`;
    assert.equal(read.messageId, `<message.${message.id}@avanti.example>`, about);
    assert.deepEqual([read.from?.address, read.to?.map(({ address }) => address)], [FROM, [to]]);
    assert.equal(headerOf(read, "auto-submitted"), "auto-generated", about);
    assert.equal(headerOf(read, "list-unsubscribe"), "", `${about} is needed`);
    assert.match(read.text ?? "", /\S/, about);
    assert.match(read.html ?? "", new RegExp(`<html lang="${message.locale}">`), about);
    assert.doesNotMatch(read.html ?? "", /<script|javascript:|<img|<link/i, about);
    // Each line as short as servers take it (RFC 5321, 4.5.3.1.6).
    assert(raw.split("\r\n").every((line) => line.length <= 998), about);
    const link = /https:\/\/avanti\.example\/\S+/.exec(read.text ?? "")?.[0];
    if (link !== undefined) assert(read.html?.includes(`href="${link}"`), about);
    assert(!/\bundefined\b|\[object|\bnull\b|NaN/.test(`${read.text}${read.subject}`), about);
  }
});

Deno.test("a receipt and a credit note arrive with their file, byte for byte, and no other mail has one", async () => {
  const examples = exampleMessages("sv").filter(isMail);
  const mails = await arrived(examples);
  const withFile = examples.filter((_, i) => {
    const file = mails[i]?.read.attachments.find(({ filename }) => filename === FILE.name);
    if (file === undefined) return false;
    assert.equal(file.mimeType, FILE.type);
    assert.deepEqual(new Uint8Array(file.content as ArrayBuffer), PDF);
    return true;
  });
  assert.deepEqual(withFile.map(({ message }) => message.topic), ["receipt", "credit-note"]);
});

Deno.test("a booking, its change and its end put one entry into a calendar, move it and take it out", async () => {
  const topics = ["confirmation", "change", "revival", "cancellation"];
  const examples = exampleMessages("sv").filter(isMail)
    .filter(({ message }) => topics.includes(message.topic));
  const mails = await arrived(examples);
  const entries = mails.map(calendarIn);
  assert.deepEqual(entries.map(({ method }) => method), [
    "REQUEST",
    "REQUEST",
    "REQUEST",
    "CANCEL",
  ]);
  assert.deepEqual([...new Set(entries.map(({ uid }) => uid))], [
    "01KAMZ8N00AVANT1B00K1NG001@avanti",
  ]);
  for (const { organizer, attendee, start, method, status } of entries) {
    assert.deepEqual([organizer, attendee], [`mailto:${FROM}`, "mailto:maja@example.org"]);
    assert.equal(start, "2026-11-24T09:00:00.000Z");
    assert.equal(status, method === "CANCEL" ? "CANCELLED" : "CONFIRMED");
  }
  const others = exampleMessages("sv").filter(isMail).filter(({ message }) =>
    !topics.includes(message.topic)
  );
  for (const { read } of await arrived(others)) {
    assert.ok(read.attachments.every(({ filename }) => filename === FILE.name));
  }
});

Deno.test("a calendar shows the very moment, before and after the clocks change and in the hour that comes twice", async () => {
  const instants = [
    "2027-03-27T12:00:00Z",
    "2027-03-28T00:59:00Z",
    "2027-03-28T01:00:00Z",
    "2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z",
    "2026-10-25T02:30:00Z",
    "2027-07-01T10:00:00Z",
  ];
  for (const instant of instants) {
    const [mail] = await arrived([confirmationOf({ pickup: { ...PICKUP, instant } })]);
    const { start, end } = calendarIn(mail ?? assert.fail());
    assert.equal(start, new Date(instant).toISOString());
    assert.equal(Date.parse(end) - Date.parse(start), 1_500_000, instant);
  }
});

Deno.test("whatever a customer is called, no header, no markup and no line of the calendar is theirs", async () => {
  for (const name of HOSTILE) {
    const stop = { label: name, area: name };
    const [mail] = await arrived([
      confirmationOf({ name, note: name, from: stop, to: stop, flightNumber: name }),
    ]);
    assert(mail);
    const { read } = mail;
    assert.deepEqual(mail.to, ["maja@example.org"], name);
    assert.deepEqual(read.bcc ?? [], [], name);
    assert.equal(headerOf(read, "x-admin"), "", name);
    assert.doesNotMatch(read.html ?? "", /<script/i, name);
    const { attendees, names } = calendarIn(mail);
    assert.deepEqual(attendees, ["mailto:maja@example.org"], name);
    assert(!names.includes("x-admin"), name);
  }
});

const PICKUP = exampleRide().pickup;

function exampleRide(): RideFacts {
  const { content } = exampleMessages("sv")[0] ?? assert.fail();
  return content.kind === "ride" ? content.after : assert.fail();
}

function confirmationOf(changes: Partial<RideFacts>): ExampleMessage {
  const [first] = exampleMessages("sv");
  assert(first?.content.kind === "ride" && isMail(first));
  const after = { ...first.content.after, ...changes };
  return { ...first, content: { ...first.content, after } };
}

function isMail({ message }: ExampleMessage): boolean {
  return message.channel === "mail";
}

/** Sends them by the product's own channel; what arrived. */
async function arrived(examples: readonly ExampleMessage[]): Promise<ArrivedMail[]> {
  await using server = await mailServer();
  using dependencies = new Dependencies({ log: keptLog().log });
  const { use, state } = dependencies.open({ name: "smtp", label: "SMTP", mayRetry: false });
  const at = { host: "127.0.0.1", port: server.port, isTlsFromStart: false };
  const from = { address: FROM, name: "Avanti" };
  const mailer = smtpMailer({
    server: { ...at, user: "", password: "" },
    from,
    use,
    mustEncrypt: false,
  });
  const channel = mailChannel({ send: (mail) => mailer.send(mail), host: "127.0.0.1", state });
  for (const { message, to, content } of examples) {
    const delivery = await channel.send(await renderMessage(DEPS, message, { to, content }));
    assert.equal(delivery.kind, "sent", message.topic);
  }
  return server.mails;
}

function headerOf({ headers }: ArrivedMail["read"], name: string): string {
  return headers.find(({ key }) => key === name)?.value ?? "";
}

/** The entry as ical.js reads it; the file that is attached says the same as the part calendars act on. */
function calendarIn({ raw, read }: ArrivedMail) {
  const file = read.attachments.find(({ filename }) => filename === "avanti.ics");
  assert(file, "no file for a calendar");
  const text = new TextDecoder().decode(file.content as ArrayBuffer);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const method = String(calendar.getFirstPropertyValue("method"));
  assert.match(raw, new RegExp(`text/calendar; charset=utf-8; method=${method}`, "i"));
  const zone = calendar.getFirstSubcomponent("vtimezone") ?? assert.fail();
  ICAL.TimezoneService.register(new ICAL.Timezone(zone), "Europe/Stockholm");
  const entry = calendar.getFirstSubcomponent("vevent") ?? assert.fail();
  const event = new ICAL.Event(entry);
  const attendees = entry.getAllProperties("attendee").map((one) => String(one.getFirstValue()));
  return {
    method,
    uid: event.uid,
    sequence: event.sequence,
    organizer: String(entry.getFirstPropertyValue("organizer")),
    attendee: attendees[0],
    attendees,
    names: entry.getAllProperties().map(({ name }) => name),
    status: String(entry.getFirstPropertyValue("status")),
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
  };
}
