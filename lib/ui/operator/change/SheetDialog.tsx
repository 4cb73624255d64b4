// The sheet over the board, as a dialog: the list behind it stays where it is and stays live.
import { useEffect, useRef } from "preact/hooks";
import { paths } from "../../../kernel/paths.ts";
import type { Look } from "../frame/look.ts";
import { problemText } from "../pane/problem-text.ts";
import { type LiveSheet, sheetFields } from "./use-sheet.ts";

/** Properties of SheetDialog. */
export interface SheetDialogProps {
  look: Look;
  sheet: LiveSheet;
  formToken: string;
  /** The newest version of a booking that the board knows of; null for one it does not hold. */
  versionOf(id: string): number | null;
}

/** The dialog; nothing while no sheet is open. */
export function SheetDialog({ look, sheet, formToken, versionOf }: SheetDialogProps) {
  const { state, writer } = sheet;
  const dialog = useRef<HTMLDialogElement>(null);
  const at = useRef("");
  const isOpen = state.kind !== "closed";
  const round = state.kind === "open" ? state.round : 0;
  useEffect(() => {
    at.current = "";
    if (isOpen && dialog.current?.open === false) dialog.current.showModal();
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  useEffect(() => {
    const form = dialog.current?.querySelector("form");
    if (round === 0 || !form) return;
    writer.drawn(sheetFields(form));
    focusField(dialog.current, at.current);
  }, [round]);
  const newest = state.kind === "open" ? versionOf(state.view.bookingId) : null;
  useEffect(() => {
    const form = dialog.current?.querySelector("form");
    if (newest !== null && form) writer.heard(newest, sheetFields(form));
  }, [newest, round]);
  return (
    <dialog
      ref={dialog}
      class="sheet-dialog"
      aria-labelledby={state.kind === "open" ? "sheet-title" : undefined}
      aria-label={state.kind === "open" ? undefined : look.texts.change.menu.change}
      onFocusIn={({ target }) => {
        const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
        if (isField) at.current = target.id;
      }}
      {...listeners(sheet, () => dialog.current?.querySelector("form") ?? null)}
    >
      {isOpen && <Content look={look} sheet={sheet} formToken={formToken} />}
    </dialog>
  );
}

/** What is heard in the dialog; nothing of it goes on to the board. */
function listeners(sheet: LiveSheet, form: () => HTMLFormElement | null) {
  const { writer } = sheet;
  const written = ({ target }: Event) => {
    answered(target);
    const sent = form();
    if (sent !== null) writer.written(() => sheetFields(sent));
  };
  return {
    onInput: written,
    onChange: written,
    onCancel: (event: Event) => {
      event.preventDefault();
      sheet.close(form());
    },
    onClick: (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return;
      if (event.target.closest("[data-close-sheet]") === null) return;
      event.preventDefault();
      event.stopPropagation();
      sheet.close(form());
    },
    onSubmit: (event: SubmitEvent) => {
      event.preventDefault();
      event.stopPropagation();
      const sent = form();
      if (sent === null) return;
      const { submitter } = event;
      const fields = sheetFields(sent, submitter);
      const isSend = submitter instanceof HTMLButtonElement && submitter.value === "send";
      void (isSend ? writer.send(fields) : writer.look(fields, "price"));
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const sent = form();
      sent?.requestSubmit(sent.querySelector<HTMLButtonElement>("[data-send]"));
    },
  };
}

function Content(
  { look, sheet: { state }, formToken }: Omit<SheetDialogProps, "versionOf">,
) {
  if (state.kind === "open") {
    const { Sheet, view, round, isBusy, problem } = state;
    return (
      <>
        {problem !== null && (
          <p class="sheet-problem" role="alert">{problemText(look.texts, problem)}</p>
        )}
        <Sheet
          key={round}
          {...{ view, formToken, isBusy }}
          backTo={paths.adminBooking(view.bookingId)}
        />
      </>
    );
  }
  return (
    <div class="sheet-wait">
      <p role={state.kind === "failed" ? "alert" : "status"}>
        {state.kind === "failed"
          ? problemText(look.texts, state.problem)
          : look.texts.change.opening}
      </p>
      <button type="button" class="button" data-close-sheet>{look.texts.change.close}</button>
    </div>
  );
}

/** Where somebody was when the fields began afresh, else the first one; a text is there to be written over. */
function focusField(dialog: HTMLDialogElement | null, id: string): void {
  const field = (id === "" ? null : dialog?.querySelector<HTMLElement>(`#${CSS.escape(id)}`)) ??
    dialog?.querySelector<HTMLElement>("[autofocus]");
  field?.focus();
  if (!(field instanceof HTMLInputElement)) return;
  if (id === "") field.select();
  // Numbers and dates have no place to put the caret.
  else if (field.selectionStart !== null) field.setSelectionRange(-1, -1);
}

/** A place that is chosen from a question counts for the words that stand in the field now. */
function answered(target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement) || !target.name.endsWith("Choice")) return;
  const end = target.name.slice(0, -"Choice".length);
  const field = (name: string) => {
    const { form } = target;
    return form?.querySelector<HTMLInputElement>(`[name=${name}]`) ?? null;
  };
  const [words, asked, chosen] = [field(end), field(`${end}Asked`), field(`${end}Id`)];
  if (words && asked) asked.value = words.value;
  if (chosen) chosen.value = "";
}
