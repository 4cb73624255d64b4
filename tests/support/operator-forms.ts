// Operators' pages as a signed-in browser without script reads and sends them.
import { ORIGIN, testApp } from "./app.ts";
import type { Role } from "../../lib/accounts/role.ts";
import { anOperator, aPerson } from "./operator.ts";
import type { TestServices } from "./services.ts";

/** A signed-in browser without script. */
export async function operatorOf(
  { services }: TestServices,
  name = "Karin",
  role: Role = "admin",
) {
  await aPerson(services, name, role);
  const app = await testApp(services);
  const { cookie, formToken } = await anOperator(services, name);
  const read = async (path: string) => {
    const response = await app(new Request(ORIGIN + path, { headers: { cookie } }));
    return { status: response.status, html: await response.text() };
  };
  const send = async (path: string, fields: Record<string, string>) => {
    const response = await app(
      new Request(ORIGIN + path, {
        method: "POST",
        headers: { cookie, "sec-fetch-site": "same-origin" },
        body: new URLSearchParams({ formToken, ...fields }),
      }),
    );
    const { status, headers } = response;
    return { status, html: await response.text(), location: headers.get("location") };
  };
  return { read, send };
}

/** What a form showed, which it sends along. */
export function seenIn(html: string): string {
  const [, value = ""] = /name="seen" value="([^"]*)"/.exec(html) ?? [];
  return value.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
