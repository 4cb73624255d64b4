// Services of others on this machine's loopback, as the product's own gateways know them: they count what they are asked, and
// take as long as they are told.
import type { Point } from "../../lib/places/place.ts";
import { greatCircleMeters } from "../../lib/places/great-circle.ts";
import { encodePolyline } from "../../lib/places/polyline.ts";

/** A road is so much longer than the straight line, and driven so fast. */
const DETOUR = 1.3;
const METERS_PER_SECOND = 20;

/** Both engines. */
export class OutsideEngines implements AsyncDisposable {
  routes = 0;
  addresses = 0;
  tookMs = 0;
  readonly #server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const url = new URL(request.url);
      const isRoute = url.pathname.startsWith("/route/");
      if (isRoute) this.routes++;
      else this.addresses++;
      if (this.tookMs > 0) await new Promise((resolve) => setTimeout(resolve, this.tookMs));
      return Response.json(isRoute ? routeOf(url) : addressOf(url));
    },
  );

  /** Where both are. */
  get origin(): string {
    const { hostname, port } = this.#server.addr;
    return `http://${hostname}:${port}`;
  }

  /** Calls so far. */
  get asked(): number {
    return this.routes + this.addresses;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.shutdown();
  }
}

/** As OSRM answers. */
function routeOf({ pathname }: URL) {
  const ends = pathname.slice(pathname.lastIndexOf("/") + 1).split(";").map((pair): Point => {
    const [lng = 0, lat = 0] = pair.split(",").map(Number);
    return { lat, lng };
  });
  const [from, to] = [ends[0]!, ends[1]!];
  const distance = DETOUR * greatCircleMeters(from, to);
  return {
    code: "Ok",
    data_version: "bench",
    routes: [{ distance, duration: distance / METERS_PER_SECOND, geometry: encodePolyline(ends) }],
    waypoints: ends.map(({ lat, lng }) => ({ location: [lng, lat], distance: 1 })),
  };
}

/** As Photon answers. */
function addressOf({ searchParams }: URL) {
  const [street = "Storgatan", housenumber = "1"] = (searchParams.get("q") ?? "").split(" ");
  const properties = { osm_key: "place", osm_value: "house", street, housenumber };
  return {
    features: [{
      geometry: { type: "Point", coordinates: [12.94, 57.72] },
      properties: { ...properties, city: "Borås", countrycode: "SE" },
    }],
  };
}
