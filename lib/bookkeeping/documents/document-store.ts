// Reads and writes the archive of documents: a document is written once, with its bytes and their hash.
import { invariant } from "../../kernel/invariant.ts";
import type { Database } from "../../kv/open.ts";
import { readEntries, readEntry } from "../../kv/read.ts";
import type { Transaction } from "../../kv/transaction.ts";
import type { MailFile } from "../../mail/mail.ts";
import { type Sale, type SaleId, saleId } from "../sale.ts";
import type { ArchivedDocument } from "./archived-document.ts";
import { documentNumber } from "./document-rules.ts";
import { bookkeepingKeys } from "../keys.ts";

/** Bytes of one part: as text, sealed and as text again they still fit a row of 64 KiB. */
const PART_BYTES = 24 * 1024;
/** Most parts of one document: a month's invoice of a thousand rides has about ten. */
const MAX_PARTS = 40;

/** Reads the archive. */
export class DocumentStore {
  readonly #db: Pick<Database, "read">;

  constructor(db: Pick<Database, "read">) {
    this.#db = db;
  }

  /** A document, or null. */
  async get(id: SaleId): Promise<ArchivedDocument | null> {
    return (await readEntry(this.#db.read, bookkeepingKeys.archivedDocument(id))).value;
  }

  /** The documents of some sales that are in the archive, in their order. */
  async ofSales(sales: readonly Pick<Sale, "id">[]): Promise<ArchivedDocument[]> {
    const keys = sales.map(({ id }) => bookkeepingKeys.archivedDocument(id));
    return (await readEntries(this.#db.read, keys)).flatMap(({ value }) => value ?? []);
  }

  /** It as a file that travels with a mail; null for one that is no longer kept. */
  async fileOf(id: string): Promise<MailFile | null> {
    const document = await this.get(saleId(id));
    if (document === null) return null;
    const bytes = await this.bytesOf(document);
    return { name: fileNameOf(document, "pdf"), type: "application/pdf", bytes };
  }

  /** The bytes it was archived with. Throws InvariantError for others than those. */
  async bytesOf({ id, date, parts, sha256 }: ArchivedDocument): Promise<Uint8Array<ArrayBuffer>> {
    const keys = Array.from(
      { length: parts },
      (_, part) => bookkeepingKeys.documentPart(date, id, part),
    );
    const rows = await readEntries(this.#db.read, keys);
    const found = rows.map(({ value }) => Uint8Array.fromBase64(value?.base64 ?? ""));
    const bytes = new Uint8Array(await new Blob(found).arrayBuffer());
    invariant(await sha256Of(bytes) === sha256, "A document has the bytes it was archived with");
    return bytes;
  }
}

/** What a file of a document is called: each seller has a first of everything, so it says whose it is. */
export function fileNameOf(
  { content }: Pick<ArchivedDocument, "content">,
  kind: "pdf" | "xml",
): string {
  return `${plainName(content.seller.name)}-${documentNumber(content)}.${kind}`;
}

/** A name as every system of files takes it: `Taxi Älv AB` → `taxi-alv-ab`. */
function plainName(name: string): string {
  const letters = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return letters.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "avanti";
}

/** Adds a document that is not in the archive to a commit. */
export function archive(
  tx: Transaction,
  document: Omit<ArchivedDocument, "parts">,
  bytes: Uint8Array<ArrayBuffer>,
): void {
  const { id, date, sha256, content: { series, number } } = document;
  const parts = Math.ceil(bytes.length / PART_BYTES);
  invariant(parts <= MAX_PARTS, `A document of ${bytes.length} bytes is no document`);
  const key = bookkeepingKeys.archivedDocument(id);
  tx.check(key, null).set(key, { ...document, parts });
  for (let part = 0; part < parts; part++) {
    const piece = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
    tx.add(bookkeepingKeys.documentPart(date, id, part), { base64: piece.toBase64() });
  }
  // The log says which bytes were handed out, beyond the reach of whoever could change both rows.
  tx.audit({ act: "archive document", what: `document ${series}-${number} sha-256 ${sha256}` });
}

/** The hash of some bytes, in hex. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}
