// The order of a request: services, headers, static files, limits, then the routes.
import { App, csp, staticFiles } from "fresh";
import type { State } from "./define.ts";
import type { Services } from "../assembly/services.ts";
import { answerErrors } from "./middleware/answer-errors.ts";
import { limitRequest } from "./middleware/limit-request.ts";
import { CONTENT_SECURITY_POLICY, securityHeaders } from "./middleware/security-headers.ts";
import { startRequest } from "./middleware/start-request.ts";

/** The app over its services; tests assemble it over memory. */
export function assembleApp(services: Services): App<State> {
  return new App<State>()
    .use(startRequest(services))
    .use(securityHeaders())
    .use(staticFiles())
    .use(csp({ csp: CONTENT_SECURITY_POLICY, useNonce: true }))
    .use(answerErrors())
    .use(limitRequest())
    .fsRoutes();
}
