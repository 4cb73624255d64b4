// An operator who asks the API.
import assert from "node:assert/strict";
import { makeFormToken } from "../../lib/accounts/form-token.ts";
import { FORM_TOKEN_HEADER } from "../../lib/accounts/form-token-names.ts";
import { PLAIN_COOKIE } from "../../lib/accounts/session-cookie.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { aLink, useLink } from "./operator.ts";

/** Headers of an operator who has signed in. */
export async function signedIn(services: Services): Promise<Record<string, string>> {
  const token = await aLink(services, "Sara");
  const answer = await useLink(services, token);
  assert(answer.ok);
  return {
    cookie: `${PLAIN_COOKIE}=${answer.begun.secret}`,
    "sec-fetch-site": "same-origin",
    [FORM_TOKEN_HEADER]: await makeFormToken(answer.begun.session, services.randomBytes),
  };
}
