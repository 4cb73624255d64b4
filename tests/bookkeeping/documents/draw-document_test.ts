// Documents on paper: the bytes are a PDF, the same for the same document, and every letter finds a font.
import assert from "node:assert/strict";
import { PDFDocument } from "pdf-lib";
import { documentOf } from "../../../lib/bookkeeping/documents/document-rules.ts";
import { drawDocument } from "../../../lib/bookkeeping/documents/draw-document.ts";
import { LOCALES } from "../../../lib/kernel/locale.ts";
import { aLine, aSale, BUYER, parts } from "./any-sale.ts";

Deno.test("a receipt is one page, and drawn again it is the same to the byte", async () => {
  for (const locale of LOCALES) {
    const content = documentOf(aSale(), parts());
    const bytes = await drawDocument(content, locale);
    assert.deepEqual(await drawDocument(content, locale), bytes);
    assert.equal(new TextDecoder().decode(bytes.slice(0, 5)), "%PDF-");
    const read = await PDFDocument.load(bytes, { updateMetadata: false });
    assert.equal(read.getPageCount(), 1);
    assert.equal(read.getCreationDate()?.toISOString(), "2026-11-27T00:00:00.000Z");
    assert.equal(read.getAuthor(), "Taxi Älv AB");
    assert.ok(bytes.length < 10_000, `${bytes.length} bytes`);
  }
});

Deno.test("letters that Helvetica has not are embedded, and those nobody has do not stop the document", async () => {
  const buyer = { ...BUYER, name: "Łucja Žižková", street: "Ωμέγα 4, Київ", city: "東京" };
  const bytes = await drawDocument(documentOf(aSale(), parts({ buyer })), "sv");
  const text = new TextDecoder("latin1").decode(bytes);
  assert.equal((await PDFDocument.load(bytes)).getPageCount(), 1);
  assert.ok(bytes.length < 40_000, `${bytes.length} bytes`);
  assert.ok(!text.includes("Helvetica-Bold"), "one font has all letters");
});

Deno.test("a document with many lines goes on over pages, each with its number", async () => {
  const lines = Array.from({ length: 120 }, (_, i) => aLine({ amountOre: 1_000 + i }));
  const bytes = await drawDocument(documentOf(aSale({ lines }), parts()), "sv");
  assert.equal((await PDFDocument.load(bytes)).getPageCount(), 4);
});

Deno.test("a name that is longer than its column is broken, not written over its neighbour", async () => {
  const buyer = { ...BUYER, name: "A".repeat(200) };
  const bytes = await drawDocument(documentOf(aSale(), parts({ buyer })), "sv");
  assert.equal((await PDFDocument.load(bytes)).getPageCount(), 1);
});
