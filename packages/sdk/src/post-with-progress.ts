/**
 * `fetch` for one upload, which tells how far it is: browsers show that in XMLHttpRequest only. `undefined` where there is none.
 */
export function postWithProgress(tell: (progress: number) => void): typeof fetch | undefined {
  if (typeof XMLHttpRequest === "undefined") return undefined;
  return (url, init) =>
    new Promise((resolve, reject) => {
      const xhr = new XMLHttpRequest();
      const abort = () => xhr.abort();
      const fail = () => reject(new TypeError("The upload did not get through"));
      xhr.open("POST", String(url));
      for (const [name, value] of new Headers(init?.headers)) xhr.setRequestHeader(name, value);
      xhr.upload.onprogress = ({ loaded, total }) => total > 0 && tell(loaded / total);
      xhr.onerror = fail;
      xhr.onabort = fail;
      xhr.onload = () => {
        const headers = new Headers();
        const retryAfter = xhr.getResponseHeader("retry-after");
        if (retryAfter) headers.set("retry-after", retryAfter);
        resolve(new Response(xhr.responseText, { status: xhr.status, headers }));
      };
      xhr.onloadend = () => init?.signal?.removeEventListener("abort", abort);
      init?.signal?.addEventListener("abort", abort);
      xhr.send(init?.body as Blob);
    });
}
