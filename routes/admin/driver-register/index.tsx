import { page } from "fresh";
import { extractRegister } from "../../../lib/board/driver-register.ts";
import { framed } from "../../../lib/board/framed.ts";
import { define } from "../../../lib/http/define.ts";
import { fileAnswer } from "../../../lib/http/file-answer.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { DriverRegisterPage } from "../../../lib/ui/operator/protection/DriverRegisterPage.tsx";

export const handler = define.handlers({
  async GET({ state }) {
    return page({ ...await framed(state.services, operatorOf(state)), fault: null });
  },

  /** The file; the answer of this request alone has it. */
  async POST({ state, req }) {
    const { services } = state;
    const { reason = "" } = Object.fromEntries(await readOperatorForm(state, req));
    const taken = await extractRegister(services, reason);
    if (taken.ok) return fileAnswer("csv", "forarregister", taken.text);
    const frame = await framed(services, operatorOf(state));
    return page({ ...frame, fault: taken.fault }, { status: 422 });
  },
});

export default define.page<typeof handler>(DriverRegisterPage);
