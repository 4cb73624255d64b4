// What stands in the files of a database, as whoever steals them reads it.

/** Every file of a database: its pages, used and free, and what was written ahead. */
export async function rawBytes(database: string): Promise<Uint8Array[]> {
  const files: Uint8Array[] = [];
  for (const path of [database, `${database}-wal`]) {
    try {
      files.push(await Deno.readFile(path));
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
  return files;
}

/** Those of some texts that stand there, in any of the ways a text is stored: UTF-8, one byte or two a letter. */
export function textsIn(files: readonly Uint8Array[], texts: readonly string[]): string[] {
  return texts.filter((text) => {
    const written = [new TextEncoder().encode(text), units(text, 1), units(text, 2)];
    return files.some((bytes) => written.some((wanted) => isIn(bytes, wanted)));
  });
}

function units(text: string, bytes: 1 | 2): Uint8Array {
  const codes = [...text].flatMap((_, i) => {
    const code = text.charCodeAt(i);
    return bytes === 1 ? [code & 0xff] : [code & 0xff, code >> 8];
  });
  return new Uint8Array(codes);
}

function isIn(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
