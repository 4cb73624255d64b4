vcl 4.1;

# Varnish 7 with varnish-modules (xkey) in front of the product; docs/cdn.md says why each line is there.
#
#   varnishd -f /etc/varnish/default.vcl -a http=:8080,HTTP -a purge=127.0.0.1:6083,HTTP -s malloc,256m
#
# Whoever speaks to the socket `purge` may throw away what is kept, so it listens on this machine alone. TLS ends before
# Varnish; the product counts both: AVANTI_PROXIES=2, or 1 where Varnish is the only one.
# Product: AVANTI_EDGE=varnish, AVANTI_EDGE_URL=http://127.0.0.1:6083

import std;
import xkey;

backend default {
  .host = "127.0.0.1";
  .port = "8000";
  # Longer than the product takes for anything it has not refused by then.
  .first_byte_timeout = 30s;
  # Streams say something every few seconds.
  .between_bytes_timeout = 60s;
  .probe = {
    .url = "/livez";
    .interval = 2s;
    .timeout = 1s;
    .window = 5;
    .threshold = 3;
    .initial = 3;
  }
}

sub vcl_recv {
  # What only this file may say.
  if (req.restarts == 0) {
    unset req.http.Avanti-Language;
    unset req.http.Edge-Asked-Language;
    unset req.http.Edge-Known-Language;
    unset req.http.Edge-Kept;
    unset req.http.Edge-Gone;
  }

  if (local.socket == "purge") {
    if (req.method != "POST") {
      return (synth(405));
    }
    if (!req.http.Surrogate-Key) {
      return (synth(400));
    }
    # Thrown away, not made stale: what was purged was wrong.
    set req.http.Edge-Gone = xkey.purge(req.http.Surrogate-Key);
    return (synth(200));
  }

  if (req.method != "GET" && req.method != "HEAD") {
    return (pass);
  }
  # Whoever shows who they are asks for themselves.
  if (req.http.Authorization) {
    return (pass);
  }

  # What others count visits by is no other page.
  if (req.url ~ "[?&](utm_[a-z]+|gclid|fbclid|msclkid|mc_[a-z]+)=") {
    set req.url = regsuball(req.url, "([?&])(utm_[a-z]+|gclid|fbclid|msclkid|mc_[a-z]+)=[^&]*", "\1");
    set req.url = regsuball(req.url, "&&+", "&");
    set req.url = regsub(req.url, "\?&", "?");
    set req.url = regsub(req.url, "[?&]+$", "");
  }

  # While the product is well, old copies are given away only as long as a new one is fetched. While it is not, and after
  # it answered with a failure, whatever there is.
  if (req.restarts == 0 && std.healthy(req.backend_hint)) {
    set req.grace = 60s;
  }

  # Files with their hash in the address, and what has its language in the address or none.
  if (req.url ~ "^/_fresh/js/[\w.-]+$" || req.url ~ "^/[\w./-]+\?__frsh_c=[0-9a-f]+$"
    || req.url ~ "^/api/places\?([^#]*&)?locale=(sv|en)(&|$)"
    || req.url == "/api/openapi.json" || req.url == "/sw.js") {
    unset req.http.Cookie;
    set req.http.Edge-Kept = "yes";
    return (hash);
  }

  # Open pages, by their whole address. Nothing is taken for a file by how its name ends.
  if (req.url ~ "^/(prices|help|terms|privacy|offline)?(\?lang=(sv|en))?$") {
    # The start page offers people their own places.
    if (req.url ~ "^/(\?|$)" && req.http.Cookie ~ "avanti-(session|halfway|guest)=") {
      return (pass);
    }
    if (req.http.Cookie ~ "(^|; ?)avanti-locale=(sv|en)(;|$)") {
      set req.http.Edge-Known-Language =
        regsub(req.http.Cookie, "^(?:.*; ?)?avanti-locale=(sv|en)(?:;.*)?$", "\1");
    }
    if (req.url ~ "\?lang=") {
      set req.http.Edge-Asked-Language = regsub(req.url, "^.*\?lang=(sv|en)$", "\1");
      # A language is chosen: the product remembers it in a cookie, which is an answer of its own.
      if (req.restarts == 0 && req.http.Edge-Asked-Language != req.http.Edge-Known-Language) {
        return (pass);
      }
      set req.http.Edge-Known-Language = req.http.Edge-Asked-Language;
    }
    if (!req.http.Edge-Known-Language) {
      set req.http.Edge-Known-Language = "sv";
    }
    set req.http.Avanti-Language = req.http.Edge-Known-Language;
    unset req.http.Cookie;
    if (req.restarts == 0 && std.healthy(req.backend_hint) && req.url ~ "^/(\?|$)") {
      set req.grace = 15s;
    }
    set req.http.Edge-Kept = "yes";
    return (hash);
  }

  return (pass);
}

sub vcl_backend_fetch {
  unset bereq.http.Edge-Asked-Language;
  unset bereq.http.Edge-Known-Language;
  unset bereq.http.Edge-Kept;
}

sub vcl_backend_response {
  # A copy that is renewed beside stays what it was when the product fails.
  if (beresp.status >= 500 && bereq.is_bgfetch) {
    return (abandon);
  }
  if (bereq.uncacheable) {
    return (deliver);
  }
  # Kept is what says so in all words: never a failure, a cookie, or what names no keys and no hash.
  if (beresp.status == 200 && !beresp.http.Set-Cookie && beresp.http.Cache-Control ~ "public"
    && beresp.http.Surrogate-Key && beresp.http.CDN-Cache-Control) {
    set beresp.http.xkey = beresp.http.Surrogate-Key;
    set beresp.ttl = std.duration(
      regsub(beresp.http.CDN-Cache-Control, "^.*\bmax-age=(\d+).*$", "\1s"), 0s);
    set beresp.grace = std.duration(
      regsub(beresp.http.CDN-Cache-Control, "^.*\bstale-if-error=(\d+).*$", "\1s"), 0s);
    # Asked for again by its tag once it is old.
    set beresp.keep = 1h;
    return (deliver);
  }
  if (beresp.status == 200 && !beresp.http.Set-Cookie
    && beresp.http.Cache-Control ~ "public, max-age=31536000, immutable") {
    set beresp.ttl = 7d;
    return (deliver);
  }
  # Remembered for a moment as something to ask for each time, so that nobody waits for somebody else's answer.
  set beresp.uncacheable = true;
  if (beresp.status >= 500) {
    set beresp.ttl = 1s;
  } else {
    set beresp.ttl = 30s;
  }
  return (deliver);
}

sub vcl_backend_error {
  if (bereq.is_bgfetch) {
    return (abandon);
  }
}

sub vcl_deliver {
  # Once more, with whatever there is: stale-if-error.
  if (resp.status >= 500 && req.restarts == 0 && req.http.Edge-Kept) {
    return (restart);
  }
  # A browser asks each time whether its copy is right: it may have chosen another language since.
  if (resp.http.Vary ~ "(?i)avanti-language") {
    set resp.http.Cache-Control = "private, no-cache";
    set resp.http.Vary = "Cookie, Accept-Encoding";
    unset resp.http.Age;
  }
  unset resp.http.xkey;
  unset resp.http.Surrogate-Key;
  unset resp.http.CDN-Cache-Control;
  unset resp.http.Via;
  unset resp.http.X-Varnish;
  # RFC 9211.
  if (obj.hits > 0) {
    set resp.http.Cache-Status = "edge; hit";
  } else {
    set resp.http.Cache-Status = "edge; fwd=miss";
  }
}

sub vcl_synth {
  set resp.http.Content-Type = "text/plain; charset=utf-8";
  set resp.http.Cache-Control = "no-store";
  if (resp.status == 200) {
    set resp.body = req.http.Edge-Gone;
  } else {
    set resp.body = resp.reason;
  }
  return (deliver);
}
