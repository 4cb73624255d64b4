// XML as others read it: elements in order, every text escaped.

/** An element, with a text or with others in it. */
export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  content: string | readonly XmlNode[];
}

/** Makes an element. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: XmlNode["content"],
): XmlNode {
  return { name, attributes, content };
}

/** The document whose root it is. */
export function xmlText(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, "")}`;
}

function written({ name, attributes, content }: XmlNode, indent: string): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${indent}<${name}${pairs.join("")}>`;
  if (typeof content === "string") return `${open}${escaped(content)}</${name}>\n`;
  const inside = content.map((child) => written(child, `${indent}  `)).join("");
  return `${open}\n${inside}${indent}</${name}>\n`;
}

/** Without characters XML 1.0 cannot hold, however they are written. */
function escaped(text: string): string {
  return text.toWellFormed().replace(
    /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
    "",
  )
    .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
