import { page } from "fresh";
import { readLandmarkForm, sentValues } from "../../../lib/board/landmark-form.ts";
import { loadLandmarks, loadNewLandmark } from "../../../lib/board/landmarks-page.ts";
import { cleanLine } from "../../../lib/forms/clean-text.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { editLandmark } from "../../../lib/places/edit-landmark.ts";
import { LandmarkPage } from "../../../lib/ui/operator/landmarks/LandmarkPage.tsx";
import { LandmarksPage } from "../../../lib/ui/operator/landmarks/LandmarksPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const q = cleanLine(ctx.url.searchParams.get("q") ?? "").slice(0, 80);
    const done = ctx.url.searchParams.get("done") ?? "";
    return page({ list: await loadLandmarks(services, operatorOf(ctx.state), { q, done }) });
  },

  /** Adds a landmark. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const values = sentValues(await readOperatorForm(ctx.state, ctx.req));
    const reading = readLandmarkForm("add", values);
    const { operatorName } = operator;
    const done = reading.ok
      ? await editLandmark(services, {
        id: "",
        command: reading.command,
        expectedVersion: 0,
        operatorName,
      })
      : reading;
    if (done.ok) return ctx.redirect(paths.adminPlaces({ done: "added" }), 303);
    const form = await loadNewLandmark(services, operator, { values, problem: done.problem });
    return page({ form }, { status: 422 });
  },
});

export default define.page<typeof handler>(({ data, ...props }) =>
  "list" in data
    ? <LandmarksPage {...props} data={data.list} />
    : <LandmarkPage {...props} data={data.form} />
);
