// What else can be done with a booking, behind one button: split, book again, the way back, revive. With script it is
// a menu button (ARIA Authoring Practices); without, the same links unfold.
import { useEffect, useRef, useState } from "preact/hooks";
import { type SheetKind, sheetsFor } from "../../../board/sheet/sheet-kind.ts";
import type { BookingView } from "../../../board/booking-view.ts";
import { paths } from "../../../kernel/paths.ts";
import type { Look } from "../frame/look.ts";
import { useLive } from "../live/use-live.ts";
import { menuTarget } from "./menu-keys.ts";

/** Properties of MoreMenu. */
export interface MoreMenuProps {
  look: Look;
  view: Pick<BookingView, "id" | "status" | "contact" | "passengers">;
}

/** The button and its menu; nothing when there is nothing else. */
export function MoreMenu({ look, view }: MoreMenuProps) {
  const isLive = useLive();
  const kinds = sheetsFor(view).filter((kind) => kind !== "change");
  if (kinds.length === 0) return null;
  const props = { look, id: view.id, kinds };
  return isLive ? <LiveMenu {...props} /> : <PlainMenu {...props} />;
}

interface MenuProps {
  look: Look;
  id: string;
  kinds: readonly SheetKind[];
}

function PlainMenu({ look, id, kinds }: MenuProps) {
  const words = look.texts.change;
  return (
    <details class="more">
      <summary class="button">{words.more}</summary>
      <ul class="more-menu">
        {kinds.map((kind) => (
          <li key={kind}>
            <a href={paths.adminSheet(id, kind)}>{words.menu[kind]}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function LiveMenu({ look, id, kinds }: MenuProps) {
  const words = look.texts.change;
  const [isOpen, setIsOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) itemsIn(place.current)[0]?.focus();
  }, [isOpen]);
  const close = () => {
    setIsOpen(false);
    place.current?.querySelector("button")?.focus();
  };
  return (
    <div
      class="more"
      ref={place}
      onFocusOut={({ relatedTarget }) => {
        const isInside = relatedTarget instanceof Node && place.current?.contains(relatedTarget);
        if (!isInside) setIsOpen(false);
      }}
    >
      <button
        type="button"
        class="button"
        data-more
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls="more-menu"
        aria-keyshortcuts="M"
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          setIsOpen(true);
        }}
      >
        {words.more} <kbd aria-hidden="true">M</kbd>
      </button>
      <ul
        class="more-menu"
        id="more-menu"
        role="menu"
        aria-label={words.more}
        hidden={!isOpen}
        onKeyDown={(event) => {
          const names = kinds.map((kind) => words.menu[kind]);
          onMenuKey(event, itemsIn(place.current), { names, close, leave: () => setIsOpen(false) });
        }}
        onClick={close}
      >
        {kinds.map((kind) => <MenuItem key={kind} look={look} id={id} kind={kind} />)}
      </ul>
    </div>
  );
}

function MenuItem({ look, id, kind }: { look: Look; id: string; kind: SheetKind }) {
  return (
    <li role="none">
      <a
        role="menuitem"
        tabIndex={-1}
        href={paths.adminSheet(id, kind)}
        data-open-sheet={kind}
        data-sheet-of={id}
      >
        {look.texts.change.menu[kind]}
      </a>
    </li>
  );
}

function itemsIn(place: HTMLElement | null): HTMLElement[] {
  return [...place?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? []];
}

/** No key goes on to the board while the menu is open. */
function onMenuKey(
  event: KeyboardEvent,
  items: readonly HTMLElement[],
  menu: { names: readonly string[]; close: () => void; leave: () => void },
): void {
  const { key } = event;
  if (key === "Tab") return menu.leave();
  if (event.altKey || event.ctrlKey || event.metaKey || key === "Enter") return;
  const at = items.findIndex((item) => item === document.activeElement);
  if (key === "Escape") menu.close();
  else if (key === " ") items[at]?.click();
  else items[menuTarget(key, at, menu.names) ?? -1]?.focus();
  event.preventDefault();
}
