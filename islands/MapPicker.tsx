// Choosing a place by moving a map under a pin; the text field beside it is the way without a map. The button alone
// stands on the page: the dialog is loaded when it is pressed.
import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { MapDialogProps } from "../lib/ui/customer/map/MapDialog.tsx";
import { STREETS_BOX } from "../lib/places/streets-box.ts";

/** Properties of MapPicker. */
export interface MapPickerProps extends Omit<MapDialogProps, "opened" | "isAnswer" | "texts"> {
  texts: MapDialogProps["texts"] & Record<"open", string>;
  /** Where the map is an answer to a question about what was typed: its row; the pin keeps the words and is sent. */
  row?: MapRow;
}

/** What the row says; `streets` is drawn beside it, an SVG path in STREETS_BOX, "" for none. */
interface MapRow {
  title: string;
  text: string;
  streets: string;
}

export default function MapPicker({ texts, row, ...options }: MapPickerProps) {
  const [isLive, setIsLive] = useState(false);
  const [opened, setOpened] = useState(0);
  const [isLost, setIsLost] = useState(false);
  // A component is a function: in a state of its own it would be called.
  const [{ Dialog }, setLoaded] = useState<{ Dialog: ComponentType<MapDialogProps> | null }>({
    Dialog: null,
  });
  const { icons } = options;
  useEffect(() => setIsLive(true), []);

  async function open() {
    setOpened((times) => times + 1);
    if (Dialog !== null) return;
    try {
      const { MapDialog } = await import("../lib/ui/customer/map/MapDialog.tsx");
      setLoaded({ Dialog: MapDialog });
      setIsLost(false);
    } catch {
      // No network: the address can be written instead.
      setIsLost(true);
    }
  }

  return (
    <>
      <OpenButton label={texts.open} {...{ row, isLive, icons }} onClick={() => void open()}>
        {row && row.streets !== ""
          ? <Streets path={row.streets} />
          : (
            <svg class="icon" aria-hidden="true" width="20" height="20">
              <use href={`${icons}#map`} />
            </svg>
          )}
      </OpenButton>
      {isLost && <p class="map-lost" role="status">{texts.failed}</p>}
      {Dialog && <Dialog {...options} texts={texts} opened={opened} isAnswer={row !== undefined} />}
    </>
  );
}

/** The button beside the field, or the row below a question. */
function OpenButton({ label, row, isLive, icons, onClick, children }: {
  label: string;
  row: MapRow | undefined;
  isLive: boolean;
  icons: string;
  onClick: () => void;
  children: ComponentChildren;
}) {
  return (
    <button
      type="button"
      class={row ? "map-row" : "map-open"}
      hidden={!isLive}
      {...(row ? {} : { "aria-label": label, title: label })}
      onClick={onClick}
    >
      {children}
      {row && (
        <span>
          <strong>{row.title}</strong>
          <small>{row.text}</small>
        </span>
      )}
      {row && (
        <svg class="icon" aria-hidden="true" width="20" height="20">
          <use href={`${icons}#chevron-right`} />
        </svg>
      )}
    </button>
  );
}

/** The streets around the place, and a ring where the map will open. */
function Streets({ path }: { path: string }) {
  const { width, height } = STREETS_BOX;
  return (
    <svg class="map-row-streets" aria-hidden="true" viewBox={`0 0 ${width} ${height}`}>
      <path d={path} />
      <circle cx={width / 2} cy={height / 2} r="7" />
    </svg>
  );
}
