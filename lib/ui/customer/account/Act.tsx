// The form of one act on how a person signs in.
import type { ComponentChildren } from "preact";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { paths } from "../../../kernel/paths.ts";
import type { SecurityPageData } from "./security-page-data.ts";

/** The form, with the token of the session. */
export function Act(
  { act, data, children }: {
    act: string;
    data: Pick<SecurityPageData, "formToken">;
    children: ComponentChildren;
  },
) {
  return (
    <form class="field-stack" method="post" action={paths.securityAct(act)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      {children}
    </form>
  );
}
