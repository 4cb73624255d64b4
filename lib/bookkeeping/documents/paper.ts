// The paper a document is drawn on: A4 pages, filled from top to bottom, with a font that has every letter of it.
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "pdf-lib";

/** A4, in points. */
const SIZE = { width: 595.28, height: 841.89 } as const;
/** White around, in points. */
const MARGIN = 56;
/** Where the text ends at the right. */
export const RIGHT = SIZE.width - MARGIN;
/** Where it begins at the left. */
export const LEFT = MARGIN;
/** Stands for a letter that no font here has: it is seen that something is missing. */
const MISSING = "\u25a1";

const INK = rgb(0.1, 0.1, 0.12);
const PALE = rgb(0.75, 0.75, 0.78);

/** How a text is set. */
export interface Setting {
  size?: number;
  isBold?: boolean;
  /** Where it begins, or ends when it is set to the right. */
  x?: number;
  isRight?: boolean;
}

/** The fonts of a document, and which letters they have. */
interface Fonts {
  plain: PDFFont;
  bold: PDFFont;
  letters: ReadonlySet<number>;
}

/** Pages being filled. */
export class Paper {
  #page: PDFPage;
  /** How far down the page it is written, from below. */
  #y = SIZE.height - MARGIN;

  private constructor(readonly pdf: PDFDocument, readonly fonts: Fonts) {
    this.#page = pdf.addPage([SIZE.width, SIZE.height]);
  }

  /** Empty paper for these texts: Helvetica, which every reader has, unless a letter asks for more. */
  static async for(texts: readonly string[]): Promise<Paper> {
    const pdf = await PDFDocument.create();
    const plain = await pdf.embedFont(StandardFonts.Helvetica);
    const letters = new Set(plain.getCharacterSet());
    if (texts.every((text) => [...plainly(text)].every((one) => letters.has(codeOf(one))))) {
      const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
      return new Paper(pdf, { plain, bold, letters });
    }
    const wide = await embedWide(pdf);
    const wideLetters = new Set(wide.getCharacterSet());
    return new Paper(pdf, { plain: wide, bold: wide, letters: wideLetters });
  }

  /** Writes a text where the paper stands; what is too wide is cut by whoever wraps it. */
  write(text: string, { size = 10, isBold = false, x, isRight = false }: Setting = {}): void {
    const font = isBold ? this.fonts.bold : this.fonts.plain;
    const shown = this.#writable(text);
    const width = isRight ? font.widthOfTextAtSize(shown, size) : 0;
    const at = (x ?? (isRight ? RIGHT : LEFT)) - width;
    this.#page.drawText(shown, { x: at, y: this.#y, size, font, color: INK });
  }

  /** The text in lines that are no wider, broken between words, and within one that is wider by itself. */
  wrap(text: string, width: number, size = 10): string[] {
    const fits = (line: string) =>
      this.fonts.plain.widthOfTextAtSize(this.#writable(line), size) <= width;
    const lines: string[] = [];
    let line = "";
    for (const word of text.split(" ").flatMap((one) => piecesOf(one, fits))) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      lines.push(line);
      line = word;
    }
    return [...lines, line];
  }

  /** Goes down; to the top of a new page when less than `needed` would be left of this one. */
  down(points: number, needed = 0): void {
    this.#y -= points;
    if (this.#y - needed >= MARGIN) return;
    this.#page = this.pdf.addPage([SIZE.width, SIZE.height]);
    this.#y = SIZE.height - MARGIN;
  }

  /** A line across, just below what was written last. */
  rule(): void {
    const y = this.#y - 4;
    this.#page.drawLine({ start: { x: LEFT, y }, end: { x: RIGHT, y }, color: PALE, thickness: 1 });
  }

  /** Writes at the foot of every page, where there are several. */
  foot(textOf: (page: number, pages: number) => string): void {
    const pages = this.pdf.getPages();
    if (pages.length < 2) return;
    for (const [i, page] of pages.entries()) {
      const text = this.#writable(textOf(i + 1, pages.length));
      const { plain: font } = this.fonts;
      page.drawText(text, { x: LEFT, y: MARGIN / 2, size: 8, font, color: INK });
    }
  }

  #writable(text: string): string {
    const { letters } = this.fonts;
    const missing = letters.has(codeOf(MISSING)) ? MISSING : "?";
    return [...plainly(text)].map((one) => letters.has(codeOf(one)) ? one : missing).join("");
  }
}

/** Without what is only another way to write a space or a minus: Helvetica has the ordinary ones. */
function plainly(text: string): string {
  return text.replace(/[\u00a0\u202f\u2009\t\r\n]/g, " ").replace(/\u2212/g, "-").normalize("NFC");
}

function codeOf(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}

/** Loaded when the first name asks for it: most documents of a Swedish company do without. */
async function embedWide(pdf: PDFDocument): Promise<PDFFont> {
  const [{ default: fontkit }, { default: font }] = await Promise.all([
    import("@pdf-lib/fontkit"),
    import("./data/dejavu-sans.json", { with: { type: "json" } }),
  ]);
  pdf.registerFontkit(fontkit);
  return await pdf.embedFont(Uint8Array.fromBase64(font.ttf), { subset: true });
}

/** A word in pieces that fit; most words are one. */
function piecesOf(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && !fits(piece + letter)) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece];
}
