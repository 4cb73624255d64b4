// Reads request bodies with a bound: what is declared is read in one go, the rest is counted as it comes.
import { RequestError } from "../errors/request-error.ts";
import { formFields } from "../forms/form-fields.ts";

/** Largest body read, in bytes. The largest form with every field full is under 8 KiB. */
export const MAX_BODY_BYTES = 64 * 1024;
/** Deepest JSON accepted. */
const MAX_JSON_DEPTH = 20;

/** The text of a body. Throws RequestError("too-large"), or "body-unreadable" when it is not UTF-8. */
export async function readText(request: Request): Promise<string> {
  try {
    const isDeclared = declaredBytes(request.headers) <= MAX_BODY_BYTES;
    return isDeclared ? decodedWhole(await request.bytes()) : await decodedAsItComes(request);
  } catch (error) {
    if (error instanceof RequestError) throw error;
    // Bad UTF-8 is a TypeError of the decoder; a client that went away mid-body ends here as well.
    throw new RequestError("body-unreadable", {}, { cause: error });
  }
}

/**
 * How many bytes the server hands over at most, Infinity when nobody said. A transfer coding overrides the length
 * beside it (RFC 9112, section 6.3), and may go on for ever.
 */
function declaredBytes(headers: Headers): number {
  const length = headers.get("content-length");
  return length === null || headers.has("transfer-encoding") ? Infinity : Number(length);
}

function decodedWhole(bytes: Uint8Array): string {
  if (bytes.length > MAX_BODY_BYTES) throw tooLarge();
  return utf8().decode(bytes);
}

async function decodedAsItComes(request: Request): Promise<string> {
  const decoder = utf8();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    // Leaving the loop cancels the stream: the rest is never read.
    if (bytes > MAX_BODY_BYTES) throw tooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function utf8(): TextDecoder {
  return new TextDecoder("utf-8", { fatal: true });
}

/** The refusal of a body over the limit. */
export function tooLarge(): RequestError {
  return new RequestError("too-large", { maxKibibytes: MAX_BODY_BYTES / 1024 });
}

/** A JSON body. Throws RequestError, also when it is nested too deep. */
export async function readJson(request: Request): Promise<unknown> {
  assertType(request, "application/json");
  const text = await readText(request);
  if (!depthWithin(text, MAX_JSON_DEPTH)) {
    throw new RequestError("json-too-deep", { maxDepth: MAX_JSON_DEPTH });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RequestError("json-malformed", {}, { cause });
  }
}

/** Form fields by name; of a name sent twice the first counts. Throws RequestError. */
export async function readForm(request: Request): Promise<Map<string, string>> {
  assertType(request, "application/x-www-form-urlencoded");
  return formFields(new URLSearchParams(await readText(request)));
}

/** Parameters such as a charset may follow the type. */
function assertType(request: Request, accepts: string): void {
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (type.trim().toLowerCase() !== accepts) {
    throw new RequestError("unsupported-media-type", { accepts });
  }
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
