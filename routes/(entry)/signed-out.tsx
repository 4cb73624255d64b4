import { define } from "../../lib/http/define.ts";
import { SignedOutPage } from "../../lib/ui/operator/frame/EnterPage.tsx";

export default define.page(({ state, url }) => <SignedOutPage locale={state.locale} url={url} />);
