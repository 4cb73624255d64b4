import { page } from "fresh";
import { isFresh } from "../../../lib/accounts/session-rules.ts";
import { loadCachePage } from "../../../lib/board/cache-page.ts";
import { purgeCache } from "../../../lib/board/purge-cache.ts";
import { isReason, purgeQuery, purgeWish, readPurgeForm } from "../../../lib/board/purge-form.ts";
import { invalidFields } from "../../../lib/errors/request-error.ts";
import { formFields } from "../../../lib/forms/form-fields.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { CachePage } from "../../../lib/ui/operator/cache/CachePage.tsx";

export const handler = define.handlers({
  /** The figures, and what a purge would take. */
  async GET({ state, url }) {
    const form = readPurgeForm(formFields(url.searchParams));
    const done = url.searchParams.get("done");
    const data = await loadCachePage(state.services, operatorOf(state), { form, done });
    return page(data, { status: data.fault === null ? 200 : 422 });
  },

  /** Purges, with a reason; asks first that they show again who they are. */
  async POST({ state, req, redirect }) {
    const { services } = state;
    const operator = operatorOf(state);
    const fields = await readOperatorForm(state, req);
    const form = readPurgeForm(fields);
    if (form === null) throw invalidFields([{ field: "by", code: "not-an-option" }]);
    const reason = fields.get("reason") ?? "";
    const read = purgeWish(form);
    if (!read.ok || !isReason(reason)) {
      const asked = { form, reason, fault: "reason" } as const;
      return page(await loadCachePage(services, operator, asked), { status: 422 });
    }
    if (!isFresh(operator.signedIn.session, services.clock.now())) {
      return redirect(paths.signInConfirm({ next: paths.adminCache(purgeQuery(form)) }), 303);
    }
    const done = await purgeCache(services, read.wish, reason);
    return redirect(paths.adminCache({ done }), 303);
  },
});

export default define.page<typeof handler>(CachePage);
