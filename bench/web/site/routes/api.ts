import type { Context } from "fresh";

export const handler = {
  GET: (ctx: Context<unknown>) => ctx.json({ hello: "world", list: [1, 2, 3] }),
};
