// Reads the trips that come next when somebody has scrolled to where those shown end.
import { useEffect, useRef } from "preact/hooks";

/** How far below the window the end may still be, in pixels: the rows are there before one gets to them. */
const AHEAD_PX = 600;

/** Calls `onEnd` while the page is being scrolled and the link to what comes next is near the window. */
export function useScrollEnd(onEnd: () => void): void {
  const heard = useRef(onEnd);
  heard.current = onEnd;
  useEffect(() => {
    const look = () => {
      const link = document.querySelector("[data-more=later]");
      const top = link?.getBoundingClientRect().top;
      if (top !== undefined && top < innerHeight + AHEAD_PX) heard.current();
    };
    addEventListener("scroll", look, { passive: true });
    return () => removeEventListener("scroll", look);
  }, []);
}
