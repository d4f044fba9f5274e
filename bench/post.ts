import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** A JSON request by `node:http`: in the load's process, `fetch` would cost more than what is measured. */
export function post<T>(url: string, token: string | null, body: object): Promise<T> {
  return send(url, "POST", token, JSON.stringify(body));
}

export function get<T>(url: string, token: string): Promise<T> {
  return send(url, "GET", token, null);
}

function send<T>(url: string, method: string, token: string | null, body: string | null): Promise<T> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
    };
    const asked = request(url, { method, headers, agent }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => {
        if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(text || "null"));
        else reject(new Error(`${method} ${url}: ${response.statusCode} ${text}`));
      });
    });
    asked.on("error", (error) => {
      // A kept connection that the server was just closing: asking again is harmless, creates have a clientId.
      if (asked.reusedSocket && "code" in error && error.code === "ECONNRESET") resolve(send(url, method, token, body));
      else reject(error);
    });
    asked.end(body ?? undefined);
  });
}
