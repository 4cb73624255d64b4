// What a mail looks like to whoever reads it, and that nobody but us writes a line of its head.
import assert from "node:assert/strict";
import PostalMime from "npm:postal-mime@4.0.0";
import { isMailAddress, type Mail, MAX_RECIPIENTS } from "../../lib/mail/mail.ts";
import { writeMail } from "../../lib/mail/write-mail.ts";
import { InvariantError } from "../../lib/kernel/invariant.ts";
import { fc } from "../support/property.ts";

const FROM = { address: "larm@avanti.example", name: "Avanti" };
const MAIL: Mail = {
  id: "alarm.m1-00a",
  at: "2026-11-23T05:00:00Z",
  to: ["jour@avanti.example", "chef@avanti.example"],
  subject: "Avanti larmar: fel på räkning",
  text: "Kritisk: åäö ÅÄÖ €.\n\n.En rad som börjar med en punkt\n",
  isAutomatic: true,
};

Deno.test("a mail reads as it was written: sender, recipients, subject, text, id and time", async () => {
  const read = await PostalMime.parse(await writeMail(MAIL, FROM));
  assert.deepEqual([read.from?.address, read.from?.name], ["larm@avanti.example", "Avanti"]);
  assert.deepEqual(read.to?.map((one) => one.address), MAIL.to);
  assert.equal(read.subject, MAIL.subject);
  assert.equal(read.text?.replaceAll("\r\n", "\n").trim(), MAIL.text.trim());
  assert.equal(read.messageId, "<alarm.m1-00a@avanti.example>");
  assert.equal(read.date, "2026-11-23T05:00:00.000Z");
  const head = new Map(read.headers.map(({ key, value }) => [key, value]));
  assert.equal(head.get("auto-submitted"), "auto-generated");
  assert.match(head.get("content-type") ?? "", /^text\/plain; charset=utf-8/);
  assert.equal(head.has("x-mailer"), false);
});

Deno.test("the same mail sent again has the same id and date", async () => {
  const headOf = async () => {
    const { messageId, date } = await PostalMime.parse(await writeMail(MAIL, FROM));
    return { messageId, date };
  };
  assert.deepEqual(await headOf(), await headOf());
});

const INJECTIONS = [
  "\r\nBcc: maja@example.se",
  "\nX-Other: 1",
  "\u2028Bcc: x@example.se",
  "\0",
  "\r",
];

for (const injection of INJECTIONS) {
  Deno.test(`${JSON.stringify(injection)} in a subject, a name, an address or an id is refused`, async () => {
    const refused = (mail: Partial<Mail>, from = FROM) =>
      assert.rejects(writeMail({ ...MAIL, ...mail }, from), InvariantError);
    await refused({ subject: `Larm${injection}` });
    await refused({ to: [`jour@avanti.example${injection}`] });
    await refused({ id: `m1${injection}` });
    await refused({}, { ...FROM, name: `Avanti${injection}` });
    await refused({}, { ...FROM, address: `larm@avanti.example${injection}` });
  });
}

Deno.test("whatever a text says, it is never a header, a file or an address that is read", async () => {
  const texts = fc.array(fc.oneof(
    fc.constantFrom("Bcc: maja@example.se", "\r\n\r\n", "\n.\n", "file:///etc/passwd", "--", "=0A"),
    fc.string({ unit: "grapheme" }),
  )).map((parts) => parts.join(""));
  const known = new Set([
    ...["from", "to", "subject", "message-id", "date", "mime-version", "content-type"],
    ...["content-transfer-encoding", "auto-submitted"],
  ]);
  await fc.assert(fc.asyncProperty(texts, async (text) => {
    const read = await PostalMime.parse(await writeMail({ ...MAIL, text: `x${text}` }, FROM));
    assert.deepEqual(read.headers.map(({ key }) => key).filter((key) => !known.has(key)), []);
    assert.deepEqual(read.attachments, []);
  }));
});

Deno.test("an address is one address and nothing else", () => {
  const right = ["jour@avanti.example", "j.o+larm@mail.avanti.example", "o'x@a-b.se", "a@b.se"];
  for (const address of right) assert(isMailAddress(address), address);
  const wrong = [
    ...["", "jour", "@avanti.example", "jour@", "jour@@avanti.example", "jour@avanti", "a@b..se"],
    ...[
      "Jour <jour@avanti.example>",
      "jour@avanti.example,chef@avanti.example",
      "a b@avanti.example",
    ],
    ...[
      "jour@avanti.example\n",
      "jour@-avanti.example",
      "jour@avanti.example.",
      '"a@b"@avanti.example',
    ],
    `${"a".repeat(65)}@avanti.example`,
    `a@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(63)}.se`,
  ];
  for (const address of wrong) assert.equal(isMailAddress(address), false, address);
});

Deno.test("a mail goes to somebody, and to no more than are meant to read one", async () => {
  const many = Array.from({ length: MAX_RECIPIENTS + 1 }, (_, i) => `a${i}@avanti.example`);
  for (const to of [[], many]) {
    await assert.rejects(writeMail({ ...MAIL, to }, FROM), InvariantError);
  }
});
