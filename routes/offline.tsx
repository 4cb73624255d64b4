// What is shown instead of a page when there is no network.
import { define } from "../lib/http/define.ts";
import { textsFor } from "../lib/i18n/texts.ts";
import { Stopped } from "../lib/ui/customer/pages/Stopped.tsx";

export default define.page(({ state }) => {
  const { errors } = textsFor(state.locale);
  return (
    <Stopped
      locale={state.locale}
      title={errors.offlineTitle}
      text={errors.offlineText}
      requestId=""
    />
  );
});
