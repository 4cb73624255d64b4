// A document as it was made: what it says, and which bytes it was handed out as.
import type { Locale } from "../../kernel/locale.ts";
import type { SaleId } from "../sale.ts";
import type { DocumentContent } from "./document.ts";

/** A document in the archive. */
export interface ArchivedDocument {
  /** Of its sale. */
  id: SaleId;
  /** Of the document, local: how long it is kept. */
  date: string;
  content: DocumentContent;
  /** The language it was drawn in. */
  locale: Locale;
  /** SHA-256 of its bytes, in hex. */
  sha256: string;
  /** How many parts the bytes stand in. */
  parts: number;
  /** An instant. */
  archivedAt: string;
}

/** Some of the bytes of a document, as base64. */
export interface DocumentPart {
  base64: string;
}
