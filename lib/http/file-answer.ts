// An answer that a browser keeps as a file.

const TYPES = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
} as const;

/** The file, named after what is in it: `avanti-behandlingar.csv`. */
export function fileAnswer(ending: keyof typeof TYPES, name: string, body: string): Response {
  return new Response(body, {
    headers: {
      "content-type": TYPES[ending],
      "content-disposition": `attachment; filename="avanti-${name}.${ending}"`,
    },
  });
}
