// Header and footer of the customer pages.
import { define } from "../lib/http/define.ts";
import { Shell } from "../lib/ui/customer/Shell.tsx";

export default define.layout(({ Component, state, url }) => (
  <Shell locale={state.locale ?? "sv"} url={url}>
    <Component />
  </Shell>
));
