import { isFresh } from "../../../../lib/accounts/session-rules.ts";
import { purgeInput } from "../../../../lib/api/operator-inputs.ts";
import { purgeCache } from "../../../../lib/board/purge-cache.ts";
import { purgeWish } from "../../../../lib/board/purge-form.ts";
import { DomainError } from "../../../../lib/errors/domain-error.ts";
import { invalidFields } from "../../../../lib/errors/request-error.ts";
import { readJson } from "../../../../lib/http/body.ts";
import { define } from "../../../../lib/http/define.ts";
import { operatorOf } from "../../../../lib/http/operator-form.ts";
import { parseBody } from "../../../../lib/http/parse-body.ts";

export const handler = define.handlers({
  /** Purges; answers where it holds. Refused where it was not shown lately who asks. */
  async POST({ state, req }) {
    const { services } = state;
    const { reason, ...form } = parseBody(purgeInput, await readJson(req));
    const read = purgeWish(form);
    if (!read.ok) throw invalidFields([{ field: read.fault, code: "wrong-format" }]);
    if (!isFresh(operatorOf(state).signedIn.session, services.clock.now())) {
      throw new DomainError("not-allowed");
    }
    return Response.json({ done: await purgeCache(services, read.wish, reason) });
  },
});
