// The card beside a trip in the air: what it is, and what dropping it here costs.
import { useEffect, useRef } from "preact/hooks";
import type { MoveCard } from "./mover.ts";

/** Size kept free for the card, so that it stays in the window, in pixels. */
const CARD = { width: 340, height: 110 };
/** How far from the pointer it stands, in pixels. */
const AWAY_PX = 18;

const SHAPES = { ok: "✓", reason: "△", never: "✕", same: "–", open: "…" } as const;

/** The card; a status of its own says the same to those who hear the page. */
export function MoveCardView({ card }: { card: MoveCard }) {
  const root = useRef<HTMLDivElement>(null);
  // The page's policy lets no style stand in the markup.
  useEffect(() => {
    const x = Math.min(card.x + AWAY_PX, innerWidth - CARD.width);
    const y = Math.min(card.y + AWAY_PX, innerHeight - CARD.height);
    root.current?.style.setProperty("translate", `${x}px ${y}px`);
  }, [card.x, card.y]);
  return (
    <div ref={root} class="move-card" data-kind={card.kind} aria-hidden="true">
      <p class="move-trip">{card.trip}</p>
      <p class="move-cost">{SHAPES[card.kind]} {card.title}</p>
      {card.detail !== "" && <p>{card.detail}</p>}
      {card.hint !== "" && <p class="move-hint">{card.hint}</p>}
      <p class="move-keys">
        <kbd>M</kbd> <kbd>↑</kbd> <kbd>↓</kbd> <kbd>↵</kbd> · <kbd>Esc</kbd>
      </p>
    </div>
  );
}
