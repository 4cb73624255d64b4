import { define } from "../../lib/http/define.ts";
import { DownNow } from "../../lib/ui/operator/frame/DownNow.tsx";
import { OperatorHead } from "../../lib/ui/operator/frame/OperatorHead.tsx";

/** Operators' pages draw their own frame; the customers' header and footer stay out. */
export const config = { skipInheritedLayouts: true };

export default define.layout(({ Component, state }) => (
  <>
    <OperatorHead />
    <DownNow locale={state.locale} services={state.services} />
    <Component />
  </>
));
