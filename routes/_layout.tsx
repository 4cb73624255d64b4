// Header and footer of the customer pages.
import { define } from "../lib/http/define.ts";
import { DEFAULT_LOCALE } from "../lib/kernel/locale.ts";
import { Shell } from "../lib/ui/customer/Shell.tsx";

export default define.layout(({ Component, state, url }) => (
  <Shell locale={state.locale ?? DEFAULT_LOCALE} url={url}>
    <Component />
  </Shell>
));
