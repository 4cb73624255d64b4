// The city behind the promise: our own roads, and a real way through them on the route line.
import { HERO_ROUTE, HERO_VIEW_BOX } from "./hero-route.ts";

/** Decoration; the page says everything without it. Roads are a mask, so they follow the colour scheme. */
export function HeroMap() {
  const { path, start, end } = HERO_ROUTE;
  return (
    <div class="hero-map" aria-hidden="true">
      <div class="hero-roads" />
      <svg class="hero-route" viewBox={HERO_VIEW_BOX} preserveAspectRatio="xMidYMid slice">
        <path class="hero-route-casing" d={path} />
        <path class="hero-route-core" d={path} />
        <circle class="hero-start" cx={start[0]} cy={start[1]} r="10" />
        <rect class="hero-end" x={end[0] - 10} y={end[1] - 10} width="20" height="20" rx="4" />
      </svg>
    </div>
  );
}
