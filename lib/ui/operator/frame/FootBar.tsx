// The bar under a thumb: what a dispatcher does on the move. Only small windows show it.
import type { ComponentChildren } from "preact";
import { textsFor } from "../../../i18n/texts.ts";
import { paths } from "../../../kernel/paths.ts";
import { Icon } from "../../parts/Icon.tsx";
import type { IconName } from "../../parts/icon-names.ts";
import type { Look, OperatorPageName } from "./look.ts";

/** Where what needs somebody stands on the board, and its field for searching. */
export const NEEDS_ID = "needs";
/** See `NEEDS_ID`. */
export const SEARCH_ID = "board-search";

/** What the bar shows. */
export interface FootBarProps {
  look: Look;
  page: OperatorPageName;
  /** The board that is open, or null elsewhere. */
  board: {
    /** The list without a booking. */
    dayHref: string;
    isBookingOpen: boolean;
    /** What needs somebody, null on a day or a search that does not say. */
    needs: number | null;
  } | null;
}

/** The bar; each of its links works without script. */
export function FootBar({ look, page, board }: FootBarProps) {
  const { texts, locale } = look;
  const words = texts.view.footBar;
  const isHere = board !== null && !board.isBookingOpen;
  const needs = board?.needs ?? null;
  return (
    <nav class="foot-bar" aria-label={words.label}>
      <Way
        name={texts.rail.day}
        icon="calendar-clock"
        href={board?.dayHref ?? paths.admin()}
        isCurrent={page === "day"}
        closesPane={board?.isBookingOpen ?? false}
      />
      <Way
        name={words.needs}
        icon="triangle-alert"
        href={isHere && needs !== null ? `#${NEEDS_ID}` : `${paths.admin()}#${NEEDS_ID}`}
      >
        {needs !== null && needs > 0 && <b class="foot-count-badge">{needs}</b>}
      </Way>
      <Way
        name={words.search}
        icon="search"
        href={isHere ? `#${SEARCH_ID}` : `${paths.admin()}#${SEARCH_ID}`}
        onClick={isHere ? goToSearch : undefined}
      />
      <Way
        name={textsFor(locale).cars.title}
        icon="car"
        href={paths.adminCars()}
        isCurrent={page === "cars"}
      />
      <Way
        name={texts.view.newBooking}
        icon="phone"
        href={paths.adminNewBooking()}
        isCurrent={page === "order"}
      />
    </nav>
  );
}

/** The list stays where it is; without script the link itself leads there. */
function goToSearch(event: MouseEvent): void {
  const field = document.getElementById(SEARCH_ID);
  if (field === null) return;
  event.preventDefault();
  field.focus({ preventScroll: true });
}

function Way({ name, icon, href, isCurrent = false, closesPane = false, onClick, children }: {
  name: string;
  icon: IconName;
  href: string;
  isCurrent?: boolean;
  closesPane?: boolean;
  onClick?: ((event: MouseEvent) => void) | undefined;
  children?: ComponentChildren;
}) {
  return (
    <a
      href={href}
      aria-current={isCurrent ? "page" : "false"}
      data-close-pane={closesPane ? "" : undefined}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span class="foot-bar-name">{name}</span>
      {children}
    </a>
  );
}
