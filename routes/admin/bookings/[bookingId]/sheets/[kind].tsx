import { readHeader } from "../../../../../lib/forms/header-inputs.ts";
import { page } from "fresh";
import { actView } from "../../../../../lib/board/act-view.ts";
import { loadBooking } from "../../../../../lib/board/board-data.ts";
import { operatorActor } from "../../../../../lib/board/operator-actor.ts";
import { lookAtSheet, openSheet } from "../../../../../lib/board/sheet/look-at-sheet.ts";
import { sendSheet } from "../../../../../lib/board/sheet/send-sheet.ts";
import type { SheetData } from "../../../../../lib/board/sheet/sheet.ts";
import { parseSheetKind } from "../../../../../lib/board/sheet/sheet-kind.ts";
import { sentSheet } from "../../../../../lib/board/sheet/sheet-form.ts";
import { sheetSetting } from "../../../../../lib/board/sheet/sheet-setting.ts";
import { bookingIdIn } from "../../../../../lib/booking/booking.ts";
import type { OperatorAct } from "../../../../../lib/booking/operator-act.ts";
import { DomainError } from "../../../../../lib/errors/domain-error.ts";
import { RequestError } from "../../../../../lib/errors/request-error.ts";
import { define, type State } from "../../../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../../../lib/http/operator-form.ts";
import { paths } from "../../../../../lib/kernel/paths.ts";
import { SheetPage } from "../../../../../lib/ui/operator/change/SheetPage.tsx";
import { sheetView } from "../../../../../lib/ui/operator/change/sheet-view.ts";

/** What the sheet says beside these fields. */
const ANSWERED = ["from", "to", "name", "note", "reason", "keepReason"];

export const handler = define.handlers({
  /** A sheet nobody has written in; for the board's script in words alone, as JSON. */
  async GET({ state, params, req }) {
    const sheet = { ...sheetIn(params), locale: state.locale };
    return await show(state, req, await openSheet(state.services, sheet), 200);
  },

  /** `action` is `look` while it is written, `price` when somebody asks for the price, `send` when it is to be done. */
  async POST({ state, params, req }) {
    const { services, locale } = state;
    const fields = await readOperatorForm(state, req, ANSWERED);
    const sheet = { ...sheetIn(params), locale, sent: sentSheet(fields) };
    const action = fields.get("action") ?? "price";
    if (action !== "send") {
      const isFinal = action === "price";
      const { data } = await lookAtSheet(services, { ...sheet, isFinal });
      return await show(state, req, data, isFinal && data.errors.length > 0 ? 422 : 200);
    }
    const answer = await sendSheet(services, { ...sheet, actor: operatorActor(operatorOf(state)) });
    return answer.ok
      ? await done(state, req, answer.act)
      : await show(state, req, answer.data, answer.data.errors.length > 0 ? 422 : 409);
  },
});

function sheetIn({ bookingId = "", kind: word = "" }: Record<string, string | undefined>) {
  const id = bookingIdIn(bookingId);
  const kind = parseSheetKind(word);
  if (kind === null) throw new RequestError("not-found", {});
  if (id === null) throw new DomainError("booking-not-found");
  return { bookingId: id, kind };
}

async function show(state: State, req: Request, data: SheetData, status: number) {
  const setting = await sheetSetting(state.services, operatorOf(state), state.locale);
  const view = sheetView(data, setting);
  return wantsData(req) ? Response.json({ sheet: view }, { status }) : page(
    { view, ...setting },
    { status },
  );
}

/** The booking that was made, or changed, is opened. */
async function done({ services }: State, req: Request, act: OperatorAct) {
  if (!wantsData(req)) {
    const { bookingId = "" } = act.spans.at(-1) ?? {};
    const headers = { location: paths.adminBooking(bookingId) };
    return new Response(null, { status: 303, headers });
  }
  const bookings = act.spans.map(({ bookingId }) => loadBooking(services, bookingId));
  return Response.json({ act: actView(act), bookings: await Promise.all(bookings) });
}

function wantsData(req: Request): boolean {
  return readHeader(req.headers, "accept") === "application/json";
}

export default define.page<typeof handler>(SheetPage);
