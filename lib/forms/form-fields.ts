// The fields of a form or a query, by name.
import { cleanText } from "./clean-text.ts";

/** Most fields of a form that are read. */
const MAX_FORM_FIELDS = 100;

/** Fields of a query or form by name, their texts clean; of a name given twice the first counts. */
export function formFields(search: URLSearchParams): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of search) {
    if (fields.size >= MAX_FORM_FIELDS) break;
    if (!fields.has(name)) fields.set(name, cleanText(value));
  }
  return fields;
}
