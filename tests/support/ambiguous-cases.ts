// Requests that are refused because two readers could read them differently, or because there is too much in them.
import { MAX_HEADERS } from "../../lib/http/middleware/limit-request.ts";
import { ORIGIN, testApp } from "./app.ts";
import type { TestServices } from "./services.ts";

/** One request for each code, as in `PROBLEM_CASES`. */
export const AMBIGUOUS_CASES = {
  "too-many-fields": (test: TestServices) => sent(test, `[${Array(5_001).fill(0)}]`),
  "name-repeated": (test: TestServices) => sent(test, '{"a":1,"a":2}'),
  "name-forbidden": (test: TestServices) => asked(test, "&__proto__=x", {}),
  "too-many-headers": (test: TestServices) => {
    const many = Array.from({ length: MAX_HEADERS + 1 }, (_, i) => [`x-${i}`, "x"]);
    return asked(test, "", Object.fromEntries(many));
  },
};

async function sent({ services }: TestServices, body: string): Promise<Response> {
  const headers = { "content-type": "application/json" };
  const request = new Request(`${ORIGIN}/api/quotes`, { method: "POST", headers, body });
  return await (await testApp(services))(request);
}

async function asked(
  { services }: TestServices,
  more: string,
  headers: Record<string, string>,
): Promise<Response> {
  return await (await testApp(services))(
    new Request(`${ORIGIN}/api/places?q=g${more}`, { headers }),
  );
}
