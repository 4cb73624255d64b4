// What stands on the map to choose a place with: the pin in the middle, and the buttons to zoom.

/** Properties of MapControls. */
export interface MapControlsProps {
  texts: Record<"zoomIn" | "zoomOut", string>;
  /** Address of the icon sprite. */
  icons: string;
  onZoom: (steps: number) => void;
}

/** Pin and zoom buttons. */
export function MapControls({ texts, icons, onZoom }: MapControlsProps) {
  const zoom = (steps: number, label: string) => (
    <button
      type="button"
      class="button"
      aria-label={label}
      onClick={() => onZoom(steps)}
    >
      {steps > 0 ? "+" : "–"}
    </button>
  );
  return (
    <>
      <span class="map-pin">
        <svg class="icon" aria-hidden="true" width="20" height="20">
          <use href={`${icons}#map-pin`} />
        </svg>
      </span>
      <div class="map-zoom">
        {zoom(1, texts.zoomIn)}
        {zoom(-1, texts.zoomOut)}
      </div>
    </>
  );
}
