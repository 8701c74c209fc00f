/** Most bytes of a request; Su recommends it (rates-and-availability). The page speaks of that call; the other two for days are held to it as well. */
export const MOST_BYTES = 512 * 1024;

/** Requests for one property in an hour (rates-and-availability). Of other calls no page says it. */
export const MOST_REQUESTS_AN_HOUR = 5_000;
