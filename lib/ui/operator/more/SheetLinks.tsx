// From a booking to its sheets: the one that changes it, and the others behind a menu.
import { sheetsFor } from "../../../board/sheet/sheet-kind.ts";
import { paths } from "../../../kernel/paths.ts";
import { MoreMenu, type MoreMenuProps } from "./MoreMenu.tsx";

/** Button and menu; each is there only while the booking allows it. */
export function SheetLinks({ look, view }: MoreMenuProps) {
  return (
    <>
      {sheetsFor(view).includes("change") && (
        <a
          class="button"
          href={paths.adminSheet(view.id, "change")}
          data-open-sheet="change"
          data-sheet-of={view.id}
          aria-keyshortcuts="E"
        >
          {look.texts.change.menu.change} <kbd aria-hidden="true">E</kbd>
        </a>
      )}
      <MoreMenu look={look} view={view} />
    </>
  );
}
