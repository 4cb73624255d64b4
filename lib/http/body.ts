// Reads request bodies with a bound: bytes are counted as they come, nothing larger is kept.
import { HttpError } from "fresh";
import { formFields } from "../forms/form-fields.ts";

/** Largest body read, in bytes. The largest form with every field full is under 8 KiB. */
export const MAX_BODY_BYTES = 64 * 1024;
/** Deepest JSON accepted. */
const MAX_JSON_DEPTH = 20;

/** The text of a body. Throws HttpError 413 past MAX_BODY_BYTES, 400 when it is not UTF-8. */
export async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.length;
      // Leaving the loop cancels the stream: the rest is never read.
      if (bytes > MAX_BODY_BYTES) throw new HttpError(413);
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof HttpError) throw error;
    // Bad UTF-8 is a TypeError of the decoder; a client that went away mid-body ends here as well.
    throw new HttpError(400, "Cannot read the body", { cause: error });
  }
}

/** A JSON body. Throws HttpError 415, 413, or 400 when it is not JSON or nested too deep. */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw new HttpError(415);
  }
  const text = await readText(request);
  if (!depthWithin(text, MAX_JSON_DEPTH)) throw new HttpError(400, "JSON nested too deep");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HttpError(400, "Not JSON", { cause });
  }
}

/** Form fields by name; of a name sent twice the first counts. Throws HttpError 415, 413 or 400. */
export async function readForm(request: Request): Promise<Map<string, string>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new HttpError(415);
  return formFields(new URLSearchParams(await readText(request)));
}

function depthWithin(text: string, max: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (inString) {
      if (char === "\\") i++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{" || char === "[") {
      if (++depth > max) return false;
    } else if (char === "}" || char === "]") depth--;
  }
  return true;
}
