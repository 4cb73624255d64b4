// What a developer's machine may call although nobody's product should.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

const host = z.string().trim().toLowerCase()
  .regex(/^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/, "not a host with its port");

/** Settings of this room. */
export const httpOutSettings = {
  openHosts: setting<readonly string[]>({
    variable: "AVANTI_OPEN_HOSTS",
    schema: z.string().transform((text) => text.split(",")).pipe(z.array(host).max(20)),
    absent: [],
    readme: {
      default: "none",
      means:
        "hosts that webhooks may lead to without encryption, `localhost:9000`, with commas between; in local mode only",
    },
  }),
} as const;
