// The sheet: what can be written on the left, what it comes to on the right. One markup for the page and for the board.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { paths } from "../../../kernel/paths.ts";
import { Digits, Said } from "../../parts/Said.tsx";
import { SheetFields } from "./SheetFields.tsx";
import { SheetOutcome } from "./SheetOutcome.tsx";
import type { SheetView } from "./sheet-view.ts";

/** Properties of Sheet. */
export interface SheetProps {
  view: SheetView;
  formToken: string;
  /** Where "back" leads. */
  backTo: string;
  /** A sheet that is a page of its own has the page's heading. */
  isPage?: boolean;
  /** True while the outcome is being asked for: what is shown is of former words. */
  isBusy?: boolean;
}

/** The sheet. Scripts recognise it by `data-sheet` and send the same fields. */
export function Sheet({ view, formToken, backTo, isPage = false, isBusy = false }: SheetProps) {
  const { words, kind, bookingId } = view;
  const Title = isPage ? "h1" : "h2";
  return (
    <form
      class="sheet"
      method="post"
      action={paths.adminSheet(bookingId, kind)}
      data-sheet={kind}
      aria-labelledby="sheet-title"
      aria-busy={isBusy ? "true" : undefined}
      noValidate
    >
      <header class="sheet-head">
        <Title id="sheet-title" tabIndex={-1}>{words.title}</Title>
        <a class="button" href={backTo} aria-current="false" data-close-sheet>
          {words.close} <kbd aria-hidden="true">Esc</kbd>
        </a>
        <p class="sheet-of">
          <Digits>{view.reference}</Digits> · <Said>{view.customer}</Said> ·{" "}
          <Said>{view.trip.from}</Said> → <Said>{view.trip.to}</Said>
        </p>
        <p class="sheet-lead">{words.lead}</p>
      </header>
      <Seen view={view} formToken={formToken} />
      <SheetFields view={view} />
      <SheetOutcome view={view} />
    </form>
  );
}

/** What the sheet was drawn from: only that is done. */
function Seen({ view, formToken }: { view: SheetView; formToken: string }) {
  const seen = view.outcome.price?.seen;
  return (
    <>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="openedVersion" value={view.openedVersion} />
      <input type="hidden" name="expectedVersion" value={view.version} />
      {seen !== undefined && (
        <>
          <input type="hidden" name="seenTotalOre" value={seen.totalOre} />
          <input type="hidden" name="seenFormerOre" value={seen.formerOre} />
        </>
      )}
    </>
  );
}
