/** What this test reads of JSON Schema. */
interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  maxLength?: number;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
}
interface Operation {
  parameters?: { in: string; name: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}
interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** What calls a program wherever it is taken for one, in words and in addresses. */
const samples = ["<svg onload=xss()>", 'https://example.test/"onerror="xss()', "*<svg/onload=xss()>"];
const isPayload = (value: unknown): boolean => typeof value === "string" && value.includes("xss()");

/** Which fields of the API take whatever somebody writes, read from its own description, and which of them were sent payloads. */
export interface FreeFields {
  /** The global one, listened to. */
  fetch: typeof fetch;
  /** `PATCH /v1/contact .name`, for all that take a payload and were sent none. */
  unfilled(api: OpenApi): string[];
}

export function createFreeFields(): FreeFields {
  const sent: { method: string; url: URL; body: unknown }[] = [];
  return {
    fetch: (input, init) => {
      const body = typeof init?.body === "string" ? JSON.parse(init.body) : null;
      sent.push({ method: init?.method ?? "GET", url: new URL(`${input}`), body });
      return fetch(input, init);
    },
    unfilled: (api) =>
      Object.entries(api.paths).flatMap(([path, operations]) => {
        const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
        return Object.entries(operations)
          .filter(([method]) => ["post", "put", "patch", "delete"].includes(method))
          .flatMap(([method, operation]) => {
            const calls = sent.filter(
              (call) => call.method === method.toUpperCase() && pattern.test(call.url.pathname),
            );
            return [...new Set(fieldsOf(api, operation, calls))].map(
              (field) => `${method.toUpperCase()} ${path} ${field}`,
            );
          });
      }),
  };

  function* fieldsOf(api: OpenApi, operation: Operation, calls: typeof sent): Generator<string> {
    for (const { name, schema, ...parameter } of operation.parameters ?? [])
      if (parameter.in === "query")
        yield* within(
          api,
          schema,
          `?${name}`,
          calls.map(({ url }) => url.searchParams.get(name)),
        );
    for (const { schema } of Object.values(operation.requestBody?.content ?? {}))
      if (schema)
        yield* within(
          api,
          schema,
          "",
          calls.map(({ body }) => body),
        );
  }
}

/** Free fields in this schema that are a payload in none of these values. */
function* within(
  api: OpenApi,
  schema: Schema,
  path: string,
  values: unknown[],
  above: string[] = [],
): Generator<string> {
  const name = schema.$ref?.split("/").at(-1);
  if (name) {
    const named = api.components.schemas[name];
    if (!named) throw new Error(`${schema.$ref} leads nowhere`);
    if (!above.includes(name)) yield* within(api, named, path, values, [...above, name]);
    return;
  }
  for (const part of [schema.anyOf, schema.oneOf, schema.allOf].flatMap((parts) => parts ?? []))
    yield* within(api, part, path, values, above);
  if (schema.type === "string" && isFree(schema) && !values.some(isPayload)) yield path || "the body";
  const objects = values.filter((value) => typeof value === "object" && value !== null);
  for (const [key, part] of Object.entries(schema.properties ?? {}))
    yield* within(
      api,
      part,
      `${path}.${key}`,
      objects.map((value) => Reflect.get(value, key)),
      above,
    );
  if (schema.items) yield* within(api, schema.items, `${path}[]`, values.filter(Array.isArray).flat(), above);
  if (typeof schema.additionalProperties !== "object") return;
  yield* within(api, schema.additionalProperties, `${path}{}`, objects.flatMap(Object.values), above);
  yield* within(api, { type: "string", ...schema.propertyNames }, `${path}{name}`, objects.flatMap(Object.keys), above);
}

/** Whether it would take one of the samples. */
function isFree({
  enum: values,
  const: value,
  format,
  pattern,
  maxLength = Number.POSITIVE_INFINITY,
}: Schema): boolean {
  if (values || value !== undefined || (format && format !== "uri")) return false;
  return samples.some(
    (sample) =>
      sample.length <= maxLength &&
      (!pattern || new RegExp(pattern, "u").test(sample)) &&
      (format !== "uri" || sample.startsWith("https:")),
  );
}
