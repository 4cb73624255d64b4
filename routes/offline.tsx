import { define } from "../lib/http/define.ts";
import { Offline } from "../lib/ui/customer/pages/Offline.tsx";

/** What the service worker stores and shows when there is no network. */
export default define.page(({ state }) => <Offline locale={state.locale} />);
