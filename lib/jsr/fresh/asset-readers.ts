// Where the bytes of static files come from.
import type { Encoding, ReadAsset } from "./snapshot.ts";

/** File name endings of the stored encodings. */
export const ENCODING_SUFFIX: Readonly<Record<Encoding, string>> = {
  identity: "",
  br: ".br",
  gzip: ".gz",
};

/** Reads from the folder at `base`, a `file:` URL that ends in a slash. */
export function diskReader(base: string): ReadAsset {
  return (path, encoding) =>
    Deno.readFile(new URL(`.${encodeURI(path)}${ENCODING_SUFFIX[encoding]}`, base));
}

/** Reads from base64 text that is part of the program, for hosts without a file system. */
export function embeddedReader(files: Readonly<Record<string, string>>): ReadAsset {
  return (path, encoding) => {
    const text = files[path + ENCODING_SUFFIX[encoding]];
    if (text === undefined) throw new Error(`Static file ${path} is not embedded`);
    return Uint8Array.fromBase64(text);
  };
}
