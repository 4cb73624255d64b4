// The form of one act on one's own data.
import type { ComponentChildren } from "preact";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { paths } from "../../../kernel/paths.ts";
import type { PrivacyCentreData } from "./privacy-centre-data.ts";

/** Where the page of somebody is: that of a person, or that of a guest. */
export function ownAddress({ person }: Pick<PrivacyCentreData, "person">): string {
  return person === null ? paths.guestPrivacy() : paths.privacyCentre();
}

/** The form, with the token of the session where there is one. */
export function PrivacyForm({ data, children, isRow = false, action = ownAddress(data) }: {
  data: Pick<PrivacyCentreData, "person" | "formToken">;
  children: ComponentChildren;
  /** A button alone. */
  isRow?: boolean;
  /** Absent: the page itself. */
  action?: string;
}) {
  return (
    <form class={isRow ? "button-row" : "field-stack"} method="post" action={action}>
      {data.formToken !== "" && (
        <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      )}
      {children}
    </form>
  );
}
