// The number customers call. Until the company sets its own it is one of those PTS keeps free for
// examples (031-390 06 00 to 49), so that nobody's telephone rings by mistake.

/** E.164. */
export const SUPPORT_PHONE = "+46313900610";
