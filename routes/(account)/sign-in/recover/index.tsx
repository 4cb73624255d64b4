// Asks for the way back into an account; the answer is the same whoever has one.
import { page } from "fresh";
import type { Reach } from "../../../../lib/accounts/reach.ts";
import { askRecovery } from "../../../../lib/accounts/recover-account.ts";
import { readForm } from "../../../../lib/http/body.ts";
import { define } from "../../../../lib/http/define.ts";
import { minutesToWait } from "../../../../lib/http/minutes-to-wait.ts";
import { senderOf } from "../../../../lib/http/sender-of.ts";
import {
  checkReach,
  EMPTY_JOIN,
  type JoinForm,
  typedJoin,
} from "../../../../lib/ui/customer/account/join-form.ts";
import { RecoverPage } from "../../../../lib/ui/customer/account/JoinPage.tsx";
import { RecoverySentPage } from "../../../../lib/ui/customer/account/RecoveryPages.tsx";

export const handler = define.handlers({
  GET: () => page<RecoverData>({ form: EMPTY_JOIN, sentTo: null }),

  async POST(ctx) {
    const { services, log, locale } = ctx.state;
    const form = typedJoin(await readForm(ctx.req));
    const checked = checkReach(form);
    if (!checked.ok) {
      const { errors } = checked;
      return page<RecoverData>({ form: { ...form, errors }, sentTo: null }, { status: 422 });
    }
    try {
      const asked = { reach: checked.value, locale, network: senderOf(ctx) };
      await askRecovery({ ...services, log }, asked);
      return page<RecoverData>({ form, sentTo: checked.value });
    } catch (error) {
      const { minutes, init } = minutesToWait(error);
      return page<RecoverData>({ form: { ...form, waitMinutes: minutes }, sentTo: null }, init);
    }
  },
});

export default define.page<typeof handler>(({ data, state: { locale } }) =>
  data.sentTo === null
    ? <RecoverPage locale={locale} form={data.form} />
    : <RecoverySentPage locale={locale} reach={data.sentTo} />
);

interface RecoverData {
  form: JoinForm;
  /** Where the link went, once it has. */
  sentTo: Reach | null;
}
