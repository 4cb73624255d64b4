// Requests in which somebody's data stand wherever a request can hold a text: in the path, in the query, in each field of
// a form or a JSON body, in the headers.
import { FORM_TOKEN_FIELD, FORM_TOKEN_HEADER } from "../../../lib/accounts/form-token-names.ts";
import { ORIGIN } from "../app.ts";
import type { TestOperator } from "../operator.ts";
import type { Sample } from "./surface.ts";

/** What is planted, and what of it nobody else says: a name, a number, an address of mail and one of a house. */
export const PLANTED_PERSON =
  "Maja Kanariefågel, +46701239876, maja@kanarie.example, Kanariegatan 12B";

/** Any way its parts may stand in an answer: as they are, in an address, in markup, without spaces. */
const TRACE =
  /anarief(å|%C3%A5|&#\w+;|%25C3)|70-?1239876|70-?123 ?98 ?76|kanarie\.example|anariegatan/i;

/** True when something of the person stands in a text. */
export function hasTrace(text: string): boolean {
  return TRACE.test(text);
}

/** A request of each kind, as guest and as operator. */
export function canaryRequests(
  sample: Sample,
  { cookie, formToken }: TestOperator,
): { request: Request; said: string }[] {
  const operator = { cookie, [FORM_TOKEN_HEADER]: formToken, "sec-fetch-site": "same-origin" };
  return [true, false].flatMap((isSignedIn) =>
    WHERE.map((plant) => {
      const who: Record<string, string> = isSignedIn ? operator : {};
      const request = plant(sample, { ...who }, formToken);
      const said = `${isSignedIn ? "operator" : "guest"} ${plant.name} ${sample.method} `;
      return { request, said: said + sample.address.split("?")[0] };
    })
  );
}

type Plant = (sample: Sample, headers: Record<string, string>, formToken: string) => Request;

const WHERE: readonly Plant[] = [inPath, inQuery, inBody, inHeaders];

function inPath(sample: Sample, headers: Record<string, string>): Request {
  const url = new URL(sample.address, ORIGIN);
  const pieces = url.pathname.split("/");
  pieces[pieces.length - 1] = encodeURIComponent(PLANTED_PERSON);
  url.pathname = pieces.join("/");
  return new Request(url, { method: sample.method, headers });
}

function inQuery(sample: Sample, headers: Record<string, string>): Request {
  const url = new URL(sample.address, ORIGIN);
  const names = new Set([...url.searchParams.keys(), ..."q date booking cursor error".split(" ")]);
  for (const name of names) url.searchParams.set(name, PLANTED_PERSON);
  return new Request(url, { method: sample.method, headers });
}

function inBody(
  { body, method, address }: Sample,
  headers: Record<string, string>,
  formToken: string,
): Request {
  const url = new URL(address, ORIGIN);
  if (body.kind === "json") {
    const json = JSON.stringify(planted(body.value));
    const typed = { ...headers, "content-type": "application/json", origin: ORIGIN };
    return new Request(url, { method, headers: typed, body: json });
  }
  if (body.kind === "none") return new Request(url, { method, headers });
  const fields = body.fields.map(([name]) => [
    name,
    name === FORM_TOKEN_FIELD ? formToken : PLANTED_PERSON,
  ]);
  return new Request(url, { method, headers, body: new URLSearchParams(fields) });
}

function inHeaders(sample: Sample, headers: Record<string, string>): Request {
  const piece = encodeURIComponent(PLANTED_PERSON);
  const all = {
    ...headers,
    ...{ referer: `${ORIGIN}/bookings/${piece}`, "user-agent": piece, "x-request-id": piece },
    ...{ "idempotency-key": piece, "accept-language": piece, traceparent: piece },
    cookie: `${headers["cookie"] ?? ""}; contact=${piece}`,
  };
  return inBody(sample, all, headers[FORM_TOKEN_HEADER] ?? "");
}

function planted(value: unknown): unknown {
  if (typeof value === "string") return PLANTED_PERSON;
  if (Array.isArray(value)) return value.map(planted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, planted(part)]));
}
