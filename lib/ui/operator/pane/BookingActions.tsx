// What the operator can do now. Every button follows from the table of allowed actions; every form works
// without script and carries the version it was drawn from.
import type { ComponentChildren } from "preact";
import type { BookingStatus } from "../../../booking/booking.ts";
import type { Attention } from "../../../board/attention.ts";
import { refusedKey, RefusedWords } from "../acts/RefusedWords.tsx";
import { ActionForm } from "./ActionForm.tsx";
import { AssignForm, CancelForm, NoShowForm, UnassignForm } from "./ActionFields.tsx";
import { CandidateCars } from "./CandidateCars.tsx";
import {
  type ActionDraft,
  actionsFor,
  type OperatorAction,
  STEP_ACTIONS,
} from "../../../board/operator-action.ts";
import type { BookingView } from "../../../board/booking-view.ts";
import { SheetLinks } from "../more/SheetLinks.tsx";
import type { Look } from "../frame/look.ts";

/** What the buttons are drawn from. */
export interface BookingActionsProps {
  look: Look;
  view: BookingView;
  attention: Attention | null;
  formToken: string;
  draft: ActionDraft | null;
  /** The server's clock as the page shows it. */
  nowMs: number;
}

/** The row of buttons; forms with fields unfold below it. */
export function BookingActions(props: BookingActionsProps) {
  const { look, view, draft, attention } = props;
  const { texts } = look;
  const allowed = new Set<OperatorAction>(actionsFor(view.status));
  const needsDriver = attention?.kind === "no-driver";
  const words = texts.actions;
  const form = { ...props, draft: null };
  const fields = (action: OperatorAction) => draft?.action === action ? { ...form, draft } : form;
  return (
    <div class="actions">
      {draft !== null && (
        <p class="action-problem" id="action-problem" role="alert">
          <RefusedWords key={refusedKey(draft)} look={look} refused={draft} nowMs={props.nowMs} />
        </p>
      )}
      {allowed.size === 0 && <p class="action-none">{nothingLeft(texts.actions.nothing, view)}</p>}
      <div class="action-row">
        <CallLink look={look} phone={view.contact.phone} isFirst={!needsDriver} />
        {STEP_ACTIONS.filter((action) => allowed.has(action)).map((action) => (
          <ActionForm
            key={action}
            action={action}
            isAsked={draft?.action === action && draft.problem === "act-unlikely"}
            {...form}
          >
            <button type="submit" class="button">{words[action]}</button>
          </ActionForm>
        ))}
        {allowed.has("assign") && (
          <Unfold
            name={view.driverId === null ? words.assign : words.reassign}
            open={needsDriver || draft?.action === "assign" || draft?.action === "unassign"}
            primary={needsDriver}
          >
            <CandidateCars look={props.look} view={view} formToken={props.formToken} />
            <AssignForm {...fields("assign")} />
            {allowed.has("unassign") && <UnassignForm {...fields("unassign")} />}
          </Unfold>
        )}
        <SheetLinks look={props.look} view={view} />
        {allowed.has("mark-no-show") && (
          <Unfold name={words.noShow} open={draft?.action === "mark-no-show"}>
            <NoShowForm {...fields("mark-no-show")} />
          </Unfold>
        )}
        {allowed.has("cancel") && (
          <Unfold name={words.cancel} open={draft?.action === "cancel"}>
            <CancelForm {...fields("cancel")} />
          </Unfold>
        )}
      </div>
    </div>
  );
}

/** Nobody answers at the number of a customer who is gone. */
function CallLink({ look, phone, isFirst }: { look: Look; phone: string; isFirst: boolean }) {
  if (phone === "") return null;
  return (
    <a class={isFirst ? "button primary" : "button"} href={`tel:${phone}`}>
      {look.texts.pane.call}
    </a>
  );
}

function Unfold(props: {
  name: string;
  open: boolean;
  primary?: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class="unfold" name="booking-action" open={props.open}>
      <summary class={props.primary ? "button primary" : "button"}>{props.name}</summary>
      {props.children}
    </details>
  );
}

function nothingLeft(
  words: Record<
    "awaiting-payment" | "completed" | "cancelled" | "no-show" | "expired" | "lapsed",
    string
  >,
  { status }: { status: BookingStatus },
): string {
  switch (status) {
    case "awaiting-payment":
    case "completed":
    case "cancelled":
    case "no-show":
    case "expired":
    case "lapsed":
      return words[status];
    default:
      return "";
  }
}
