import { page } from "fresh";
import {
  type LandmarkFormReading,
  readLandmarkForm,
  sentValues,
} from "../../../lib/board/landmark-form.ts";
import { loadLandmark } from "../../../lib/board/landmarks-page.ts";
import { invalidFields, RequestError } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { editLandmark } from "../../../lib/places/edit-landmark.ts";
import { LandmarkPage } from "../../../lib/ui/operator/landmarks/LandmarkPage.tsx";

/** What each button does, and the word for it once it is done. */
const OUTCOMES = { change: "changed", retire: "retired", restore: "restored" } as const;

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const data = await loadLandmark(services, operatorOf(ctx.state), `landmark:${ctx.params.slug}`);
    if (data === null) throw new RequestError("not-found", {});
    return page(data);
  },

  /** Changes, retires or restores a landmark. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const id = `landmark:${ctx.params.slug}`;
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const action = fields.get("action");
    if (action !== "change" && action !== "retire" && action !== "restore") {
      throw invalidFields([{ field: "action", code: "not-an-option" }]);
    }
    const sent = sentValues(fields);
    const reading: LandmarkFormReading = action === "change"
      ? readLandmarkForm("change", sent)
      : { ok: true, command: { type: action } };
    const expectedVersion = Number(fields.get("expectedVersion"));
    const { operatorName } = operator;
    const done = reading.ok
      ? await editLandmark(services, {
        id,
        command: reading.command,
        expectedVersion,
        operatorName,
      })
      : reading;
    if (done.ok) return ctx.redirect(paths.adminPlaces({ done: OUTCOMES[action] }), 303);
    const { problem } = done;
    const refused = action === "change" ? { values: sent, problem } : { problem };
    const data = await loadLandmark(services, operator, id, refused);
    if (data === null) throw new RequestError("not-found", {});
    return page(data, { status: problem === "changedMeanwhile" ? 409 : 422 });
  },
});

export default define.page<typeof handler>(LandmarkPage);
