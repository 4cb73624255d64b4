// The API in OpenAPI 3.1, made of the schemas that parse what is sent: it can't say anything else than what is done.
import { z } from "zod";
import { ERROR_CATEGORY } from "../errors/error-category.ts";
import type { Answer, Operation } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { OPERATOR_OPERATIONS } from "./operator-operations.ts";

/** Of the document; raised when an answer changes in a way that breaks clients. */
const VERSION = "1.0.0";

/** RFC 9457, as lib/http/problem.ts writes it. */
const problem = z.looseObject({
  status: z.int().min(400).max(599),
  code: z.enum(Object.keys(ERROR_CATEGORY)),
  category: z.enum([...new Set(Object.values(ERROR_CATEGORY))]),
  detail: z.string().min(1),
  requestId: z.string().min(1),
});

/** All entries. */
export const ALL_OPERATIONS: readonly Operation[] = [...OPERATIONS, ...OPERATOR_OPERATIONS];

/** The document of a server at `origin`. */
export function apiDocument(origin: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of ALL_OPERATIONS) {
    const path = operation.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [operation.method]: described(operation) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Avanti", version: VERSION },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem) },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "avanti-session" },
        formToken: { type: "apiKey", in: "header", name: "x-avanti-form-token" },
      },
    },
  };
}

function described(operation: Operation) {
  const { method, path, summary, body, form } = operation;
  const isOperators = path.startsWith("/api/admin/");
  return {
    operationId: `${method}${path.replace(/[^a-z]+(\w?)/gi, (_, next) => next.toUpperCase())}`,
    summary,
    tags: [isOperators ? "operators" : "customers"],
    security: isOperators ? [{ session: [], ...(method === "get" ? {} : { formToken: [] }) }] : [],
    parameters: parametersOf(operation),
    ...bodyOf("application/json", body),
    ...bodyOf("application/x-www-form-urlencoded", form),
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.answers).map(([status, answer]) => [
          status,
          answered(answer),
        ]),
      ),
      "4XX": refusal("Refused; `code` says why, see docs/api-errors.md"),
      "5XX": refusal("Failed on our side, or too much to do; `Retry-After` says when to come back"),
    },
  };
}

function bodyOf(type: string, schema: z.ZodType | undefined) {
  if (schema === undefined) return {};
  return { requestBody: { required: true, content: { [type]: { schema: schemaOf(schema) } } } };
}

function parametersOf({ path, query = {}, headers = [] }: Operation) {
  const text = { schema: { type: "string" } };
  return [
    ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      ...{ name, in: "path", required: true, schema: { type: "string", minLength: 1 } },
    })),
    ...Object.entries(query).map(([name, description]) => ({
      ...{ name, in: "query", required: false, description, ...text },
    })),
    ...headers.map(({ name, says: description, isRequired: required }) => ({
      ...{ name, in: "header", required, description },
      schema: { type: "string", minLength: 1, maxLength: 255 },
    })),
  ];
}

function answered({ says: description, type, schema }: Answer) {
  if (type === undefined) return { description };
  return {
    description,
    content: { [type]: schema === undefined ? {} : { schema: schemaOf(schema) } },
  };
}

function refusal(description: string) {
  const schema = { $ref: "#/components/schemas/Problem" };
  return { description, content: { "application/problem+json": { schema } } };
}

/** What a client may send, before it is made clean; without the words that stand once for the whole document. */
function schemaOf(schema: z.ZodType) {
  const { $schema: _, ...own } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return own;
}
