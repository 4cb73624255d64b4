// An operator at a running product: the real app over memory, a sign-in, and requests with its cookie.
import { Builder } from "fresh/dev";
import type { App } from "fresh";
import { issueOperatorLink } from "../../lib/accounts/one-time-link.ts";
import { signIn } from "../../lib/accounts/sign-in.ts";
import { makeFormToken } from "../../lib/accounts/form-token.ts";
import { PLAIN_COOKIE } from "../../lib/accounts/session-cookie.ts";
import type { OperatorSession } from "../../lib/accounts/session.ts";
import { assembleApp } from "../../lib/http/app.ts";
import type { State } from "../../lib/http/define.ts";
import type { Services } from "../../lib/assembly/services.ts";
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

let applyBuild: Promise<(app: App<State>) => void> | null = null;

/** Starts the product on 127.0.0.1; the build is made once a test file. */
export async function testProduct(options: TestServiceOptions = {}): Promise<TestProduct> {
  applyBuild ??= new Builder().build({ snapshot: "memory" });
  const test = await testServices(options);
  const app = assembleApp(test.services);
  (await applyBuild)(app);
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

/** Signs an operator in with a link of their own. */
export async function anOperator(services: Services, name = "Karin"): Promise<TestOperator> {
  const token = await issueOperatorLink(services, name);
  const answer = await signIn(services, { token, formerSessionId: null });
  if (!answer.ok) throw new Error(`The link is ${answer.reason}`);
  return {
    session: answer.session,
    cookie: `${PLAIN_COOKIE}=${answer.secret}`,
    formToken: await makeFormToken(answer.session, services.randomBytes),
  };
}
