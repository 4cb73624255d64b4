// An answer that a browser keeps as a file.

const TYPES = {
  csv: "text/csv; charset=utf-8",
  pdf: "application/pdf",
  xml: "application/xml; charset=utf-8",
  json: "application/json; charset=utf-8",
  "tlog-proof": "text/plain; charset=utf-8",
  // Its letters are of code page 437, which no charset of a browser is.
  si: "application/octet-stream",
} as const;

/** A file that is made while it is sent. */
export function streamedFile(
  ending: keyof typeof TYPES,
  name: string,
  pieces: AsyncIterable<string>,
): Response {
  const bytes = ReadableStream.from(pieces).pipeThrough(new TextEncoderStream());
  return fileAnswer(ending, name, bytes);
}

/** The file, named after what is in it: `avanti-behandlingar.csv`. */
export function fileAnswer(
  ending: keyof typeof TYPES,
  name: string,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>,
): Response {
  return new Response(body, {
    headers: {
      "content-type": TYPES[ending],
      "content-disposition": `attachment; filename="avanti-${name}.${ending}"`,
    },
  });
}
