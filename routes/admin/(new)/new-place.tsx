import { page } from "fresh";
import { loadNewLandmark } from "../../../lib/board/landmarks-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { LandmarkPage } from "../../../lib/ui/operator/landmarks/LandmarkPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    return page(await loadNewLandmark(ctx.state.services, operatorOf(ctx.state)));
  },
});

export default define.page<typeof handler>(LandmarkPage);
