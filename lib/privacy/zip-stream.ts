// Files as one ZIP, written while it is read: no more of it is in memory than one file and what the reader has not taken.
import { Zip, ZipDeflate } from "fflate";

/** One file. */
export interface ArchiveFile {
  name: string;
  text: string;
}

/** Characters that are packed at once: between two of them others get their turn. */
const PIECE = 64 * 1024;
/** The usual middle between small and fast. */
const LEVEL = 6;

/** The bytes of the archive; `at` is when its files were made. */
export async function* zipOf(
  files: AsyncIterable<ArchiveFile>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  const encoder = new TextEncoder();
  for await (const { name, text } of files) {
    const file = new ZipDeflate(name, { level: LEVEL });
    file.mtime = at;
    zip.add(file);
    for (let from = 0; from < text.length; from += PIECE) {
      // Cut between characters: a half of a pair is none.
      file.push(encoder.encode(pieceAt(text, from)), false);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

function pieceAt(text: string, from: number): string {
  const begin = isHalf(text, from) ? from + 1 : from;
  const end = isHalf(text, from + PIECE) ? from + PIECE + 1 : from + PIECE;
  return text.slice(begin, end);
}

/** True when the text's unit there is the second of a pair. */
function isHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
