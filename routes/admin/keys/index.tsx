import { page } from "fresh";
import { isFresh } from "../../../lib/accounts/session-rules.ts";
import { loadKeys } from "../../../lib/board/keys-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { startRotation } from "../../../lib/security/start-rotation.ts";
import { KeysPage } from "../../../lib/ui/operator/compliance/KeysPage.tsx";

export const handler = define.handlers({
  async GET({ state, url }) {
    const said = url.searchParams.get("done");
    return page(await loadKeys(state.services, operatorOf(state), said));
  },

  /** Starts a rotation, or takes the one that goes on further; asks first that they show again who they are. */
  async POST({ state, req, redirect }) {
    const { services } = state;
    const operator = operatorOf(state);
    const fields = await readOperatorForm(state, req);
    if (!isFresh(operator.signedIn.session, services.clock.now())) {
      return redirect(paths.signInConfirm({ next: paths.adminKeys() }), 303);
    }
    const done = await startRotation(services, Number(fields.get("version")));
    if (done !== "elsewhere") return redirect(paths.adminKeys({ done }), 303);
    return page(await loadKeys(services, operator, null), { status: 409 });
  },
});

export default define.page<typeof handler>(KeysPage);
