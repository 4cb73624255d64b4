import assert from "node:assert/strict";
import { isPushService } from "../../lib/push/push-service-rules.ts";

const KNOWN = [
  "https://fcm.googleapis.com/fcm/send/abc:def",
  "https://updates.push.services.mozilla.com/wpush/v2/abc",
  "https://web.push.apple.com/QGuQ",
  "https://wns2-am3p.notify.windows.com/w/?token=x",
];
const OTHERS = [
  "http://fcm.googleapis.com/fcm/send/abc",
  "https://fcm.googleapis.com.shop.se/",
  "https://shop.se/fcm.googleapis.com",
  "https://xfcm.googleapis.com/",
  "https://evilpush.apple.com/",
  "https://notify.windows.com.shop.se/",
  "https://fcm.googleapis.com:8443/",
  "https://a@fcm.googleapis.com/",
  "https://127.0.0.1/",
  "javascript:alert(1)",
  "",
];

Deno.test("services of browsers are asked, and nobody else however close the name", () => {
  for (const endpoint of KNOWN) assert.equal(isPushService(endpoint, []), true, endpoint);
  for (const endpoint of OTHERS) assert.equal(isPushService(endpoint, []), false, endpoint);
  assert.equal(isPushService("http://localhost:9000/x", ["localhost:9000"]), true);
});
