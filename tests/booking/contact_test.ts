import assert from "node:assert/strict";
import { checkContact, phoneNumber } from "../../lib/booking/contact.ts";
import { fc } from "../support/property.ts";

const MAJA = { name: "Maja Öberg", phone: "070-123 45 67", email: "", note: "" };

const NUMBERS: Readonly<Record<string, string | null>> = {
  "070-123 45 67": "+46701234567",
  "+46 (0)70 123 45 67": "+46701234567",
  "0046 70 123 45 67": "+46701234567",
  "070.123.45.67": "+46701234567",
  "031–12 34 56": "+4631123456",
  "+47 22 33 44 55": "+4722334455",
  "+358401234567": "+358401234567",
  "112": null,
  "+0701234567": null,
  "070 123 45 67 anknytning 5": null,
  "+46701234567890123": null,
  "": null,
  "０７０１２３４５６７": null,
};

for (const [text, expected] of Object.entries(NUMBERS)) {
  Deno.test(`phoneNumber() reads "${text}" as ${expected ?? "no number"}`, () => {
    assert.equal(phoneNumber(text), expected);
  });
}

Deno.test("phoneNumber() gives E.164 or nothing, and reads its own answers as themselves", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const number = phoneNumber(text);
    if (number === null) return;
    assert.match(number, /^\+[1-9]\d{6,14}$/);
    assert.equal(phoneNumber(number), number);
  }));
});

Deno.test("checkContact() names every field that needs another look, in the order of the form", () => {
  const checked = checkContact({ name: " ", phone: "x", email: "x", note: "x".repeat(501) });
  assert(!checked.ok);
  assert.deepEqual(checked.errors.map(({ field, code }) => [field, code]), [
    ["name", "nameMissing"],
    ["phone", "phoneInvalid"],
    ["email", "emailInvalid"],
    ["note", "noteTooLong"],
  ]);
});

Deno.test("checkContact() lets no line break into a name and no header into an e-mail address", () => {
  const checked = checkContact({ ...MAJA, name: "Maja\r\nBcc: x" });
  assert(checked.ok);
  assert.equal(checked.value.contact.name, "Maja Bcc: x");
  for (
    const email of ["a@b.se\r\nBcc: c@d.se", "a@b.se\u0000", "a b@c.se", "<a@b.se>", '"a"@b.se']
  ) {
    const answer = checkContact({ ...MAJA, email });
    const kept = answer.ok ? answer.value.contact.email : "";
    assert.doesNotMatch(kept, /[\s<>"]/, email);
  }
});

Deno.test("checkContact() takes the longest name, note and address, and not one character more", () => {
  const longest = `${"a".repeat(64)}@${"b".repeat(185)}.se`;
  for (
    const [field, fits] of [["name", "x".repeat(80)], ["note", "x".repeat(500)], ["email", longest]]
  ) {
    assert.equal(checkContact({ ...MAJA, [String(field)]: fits }).ok, true, field);
    assert.equal(
      checkContact({ ...MAJA, [String(field)]: `${fits}${"x".repeat(3)}` }).ok,
      false,
      field,
    );
  }
});
