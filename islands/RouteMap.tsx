// A button that shows the trip's way on a map; nothing of the map is loaded before somebody asks for it.
import { useEffect, useRef, useState } from "preact/hooks";
import type { DrawnRoute } from "../lib/ui/customer/map/draw-route.ts";

/** Properties of RouteMap. */
export interface RouteMapProps extends DrawnRoute {
  /** Said below a map with a dashed part, else "". */
  note: string;
  /** Names the map for screen readers. */
  label: string;
  show: string;
  loading: string;
  failed: string;
  /** From this window width on the map opens by itself, px; 0 for never. */
  opensFrom: number;
}

export default function RouteMap(props: RouteMapProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isLive, setIsLive] = useState(false);
  const [state, setState] = useState<"closed" | "loading" | "shown" | "failed">("closed");

  useEffect(() => {
    setIsLive(true);
    const { opensFrom } = props;
    if (opensFrom > 0 && matchMedia(`(width >= ${opensFrom}px)`).matches) void open();
  }, []);

  async function open() {
    setState("loading");
    try {
      const { drawRoute } = await import("../lib/ui/customer/map/draw-route.ts");
      if (place.current) await drawRoute(place.current, props);
      setState("shown");
    } catch {
      // The map is an extra: without network the page says so and everything else works.
      setState("failed");
    }
  }

  if (state === "closed") {
    // Reserved from the start, so that nothing moves when the script arrives.
    return (
      <div class={`route-map-closed no-print${props.opensFrom > 0 ? " opens" : ""}`}>
        <button
          type="button"
          class="button route-map-button"
          hidden={!isLive}
          onClick={() => void open()}
        >
          {props.show}
        </button>
        {props.note === "" ? null : <p class="small muted" aria-hidden="true">{props.note}</p>}
      </div>
    );
  }
  return (
    <div class="route-map-figure no-print">
      <div class={`route-map${props.known === "" ? " of-country" : ""}`}>
        <div ref={place} class="route-map-place" role="img" aria-label={props.label} />
        {state === "shown" ? null : (
          <p class="route-map-words" role="status">
            {state === "failed" ? props.failed : props.loading}
          </p>
        )}
      </div>
      {props.note === "" || state === "failed" ? null : <p class="small muted">{props.note}</p>}
    </div>
  );
}
