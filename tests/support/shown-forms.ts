// The forms and links of a page, as a browser without script knows them.

/** A form with what a person finds in its fields; of buttons of one name each is there. */
export interface ShownForm {
  method: "GET" | "POST";
  /** Path and query it is sent to. */
  action: string;
  fields: [name: string, value: string][];
}

/** The links of a page at `url` that stay on its origin, as paths with queries. */
export function linksOf(html: string, url: string): string[] {
  return [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)]
    .map(([, href = ""]) => new URL(unescaped(href), url))
    .filter(({ origin }) => origin === new URL(url).origin)
    .map(({ pathname, search }) => pathname + search);
}

/** The forms of a page at `url`. */
export function formsOf(html: string, url: string): ShownForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, head = "", inside = ""]) => {
      const { pathname, search } = new URL(attribute(head, "action") ?? url, url);
      const isPost = attribute(head, "method")?.toLowerCase() === "post";
      return {
        method: isPost ? "POST" : "GET",
        action: pathname + search,
        fields: fieldsOf(inside),
      };
    },
  );
}

function fieldsOf(inside: string): [string, string][] {
  const fields: [string, string][] = [];
  for (const [tag] of inside.matchAll(/<(?:input|button)\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    if (name !== null) fields.push([name, attribute(tag, "value") ?? ""]);
  }
  for (
    const [, head = "", options = ""] of inside.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)
  ) {
    const chosen = /<option\b[^>]*\bselected\b[^>]*>/.exec(options) ??
      /<option\b[^>]*>/.exec(options);
    fields.push([attribute(head, "name") ?? "", attribute(chosen?.[0] ?? "", "value") ?? ""]);
  }
  for (const [, head = "", text = ""] of inside.matchAll(/<textarea\b([^>]*)>([^<]*)/g)) {
    fields.push([attribute(head, "name") ?? "", unescaped(text)]);
  }
  return fields;
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : unescaped(value);
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}
