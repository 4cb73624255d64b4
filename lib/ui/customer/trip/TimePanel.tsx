// The clock a time field opens: hours and minutes to tap, in two grids (ARIA 1.2) one walks with the arrow keys.
import { useRef } from "preact/hooks";
import { type Cell, cellAfter, COLUMNS } from "./time-choice.ts";

/** Properties of TimePanel. */
export interface TimePanelProps {
  texts: { hour: string; minute: string; typing: string; panel: string };
  hours: readonly Cell[];
  minutes: readonly Cell[];
  /** `Välj lördag 06.40`. */
  done: string;
  onChoose: (minutes: number) => void;
  onDone: () => void;
}

/** The panel; times that have passed are shown and cannot be taken. */
export function TimePanel({ texts, hours, minutes, done, onChoose, onDone }: TimePanelProps) {
  return (
    <div class="time-panel" role="group" aria-label={texts.panel}>
      <p class="time-part" id="time-hours" aria-hidden="true">{texts.hour}</p>
      <TimeGrid label={texts.hour} cells={hours} onChoose={onChoose} />
      <p class="time-part" id="time-minutes" aria-hidden="true">{texts.minute}</p>
      <TimeGrid label={texts.minute} cells={minutes} onChoose={onChoose} />
      <p class="time-hint">{texts.typing}</p>
      <button type="button" class="button primary" onClick={onDone}>{done}</button>
    </div>
  );
}

interface TimeGridProps {
  label: string;
  cells: readonly Cell[];
  onChoose: (minutes: number) => void;
}

function TimeGrid({ label, cells, onChoose }: TimeGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const rows = Array.from({ length: cells.length / COLUMNS }, (_, row) => row * COLUMNS);
  const chosen = cells.findIndex(({ isChosen }) => isChosen);
  // One stop for Tab: the chosen cell, else the first that can be taken.
  const stop = chosen >= 0 ? chosen : Math.max(0, cells.findIndex(({ isPast }) => !isPast));

  function onKeyDown(event: KeyboardEvent, at: number) {
    const next = cellAfter(event.key, at, cells.length);
    if (next === null) return;
    event.preventDefault();
    grid.current?.querySelectorAll<HTMLElement>("[role=gridcell]")[next]?.focus();
  }

  return (
    <div ref={grid} class="time-grid" role="grid" aria-label={label}>
      {rows.map((row) => (
        <div key={row} role="row">
          {cells.slice(row, row + COLUMNS).map((cell, column) => (
            <button
              key={cell.label}
              type="button"
              role="gridcell"
              tabIndex={row + column === stop ? 0 : -1}
              aria-selected={cell.isChosen}
              aria-disabled={cell.isPast}
              onKeyDown={(event) => onKeyDown(event, row + column)}
              onClick={() => cell.isPast ? undefined : onChoose(cell.minutes)}
            >
              {cell.label}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
