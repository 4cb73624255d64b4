// An operator at a running product: the real app over memory, a sign-in, and requests with its cookie.
import { UNKNOWN_ORIGIN } from "../../lib/accounts/begin-session.ts";
import { joinPerson } from "../../lib/accounts/change-person.ts";
import { issueEntryLink } from "../../lib/accounts/one-time-link.ts";
import type { Person } from "../../lib/accounts/person.ts";
import { CENTRAL, type Role } from "../../lib/accounts/role.ts";
import { operatorOfSession } from "../../lib/accounts/session-rules.ts";
import { type LinkAnswer, signInByLink } from "../../lib/accounts/sign-in-by-link.ts";
import { makeFormToken } from "../../lib/accounts/form-token.ts";
import { PLAIN_COOKIE } from "../../lib/accounts/session-cookie.ts";
import type { OperatorSession } from "../../lib/accounts/session.ts";
import { assembleApp } from "../../lib/http/app.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { useBuilt } from "./built.ts";
import { type TestServiceOptions, type TestServices, testServices } from "./services.ts";

/** A signed-in operator. */
export interface TestOperator {
  session: OperatorSession;
  cookie: string;
  formToken: string;
}

/** A product on a port of its own. */
export interface TestProduct extends AsyncDisposable {
  services: Services;
  test: TestServices;
  origin: string;
}

/** Starts the product on 127.0.0.1. */
export async function testProduct(options: TestServiceOptions = {}): Promise<TestProduct> {
  const test = await testServices(options);
  const app = assembleApp(test.services);
  await useBuilt(app);
  const handler = app.handler();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request, info) => handler(request, info),
  );
  return {
    services: test.services,
    test,
    origin: `http://127.0.0.1:${server.addr.port}`,
    async [Symbol.asyncDispose]() {
      test.stop.abort();
      await server.shutdown();
      await test[Symbol.asyncDispose]();
    },
  };
}

/** A person with a role; of one name there is one. */
export async function aPerson(
  services: Services,
  name = "Karin",
  role: Role = "admin",
): Promise<Person> {
  const email = `${name.toLowerCase().replace(/[^a-z]/g, "")}@avanti.example`;
  const known = await services.people.ownerOf("email", email);
  const stored = known === null ? null : await services.people.get(known);
  if (stored !== null) return stored.person;
  const grants = [{ role, entity: CENTRAL }];
  const person = { name, email, phone: "", locale: "sv", grants } as const;
  return await joinPerson(services, person, { kind: "server" });
}

/** A link that lets a person of that name in, as one of the demo. */
export async function aLink(services: Services, name = "Karin"): Promise<string> {
  const { id } = await aPerson(services, name);
  return await issueEntryLink(services, { personId: id, purpose: "demo" });
}

/** Uses a link from nowhere in particular. */
export async function useLink(
  services: Services,
  token: string,
  formerSessionId: string | null = null,
): Promise<LinkAnswer> {
  const origin = UNKNOWN_ORIGIN;
  return await signInByLink(services, { token, formerSessionId, origin, keeper: null });
}

/** Signs an operator in with a link of their own. */
export async function anOperator(services: Services, name = "Karin"): Promise<TestOperator> {
  const answer = await useLink(services, await aLink(services, name));
  if (!answer.ok) throw new Error(`The link is ${answer.reason}`);
  const session = operatorOfSession(answer.begun);
  if (session === null) throw new Error(`${name} is no operator`);
  return {
    session,
    cookie: `${PLAIN_COOKIE}=${answer.begun.secret}`,
    formToken: await makeFormToken(session, services.randomBytes),
  };
}
