import { isApiError } from "@/shared/api/api-error";
import { api, unwrap } from "@/shared/api/client";
import { PartRefused, type TransferWire } from "@/shared/files/transfer";

function path(key: string) {
  return { params: { path: { key } } };
}

/** `fetch` does not tell how much of a body was sent; this older way does. */
const put: TransferWire["put"] = (url, part, contentType, onSent, signal) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const settle = (end: () => void) => {
      signal.removeEventListener("abort", abort);
      end();
    };
    request.open("PUT", url);
    if (contentType) request.setRequestHeader("Content-Type", contentType);
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = () =>
      settle(() =>
        request.status >= 200 && request.status < 300
          ? resolve()
          : reject(new PartRefused(request.status)),
      );
    request.onerror = () => settle(() => reject(new TypeError("The connection was lost")));
    request.onabort = () => settle(() => reject(new DOMException("Given up", "AbortError")));
    signal.addEventListener("abort", abort);
    // A blob of a type of its own would have it sent as `Content-Type`.
    request.send(contentType ? part : new Blob([part]));
  });

export const pause: TransferWire["pause"] = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", abort, { once: true });
  });

const untilOnline: TransferWire["untilOnline"] = (signal) =>
  new Promise((resolve, reject) => {
    if (navigator.onLine) return resolve();
    const settle = (end: () => void) => {
      window.removeEventListener("online", online);
      signal.removeEventListener("abort", abort);
      end();
    };
    const online = () => settle(resolve);
    const abort = () => settle(() => reject(signal.reason));
    window.addEventListener("online", online);
    signal.addEventListener("abort", abort);
  });

export const transferWire: TransferWire = {
  read: (key, signal) => unwrap(api.GET("/api/uploads/{key}", { ...path(key), signal })),
  complete: (key, signal) =>
    unwrap(api.POST("/api/uploads/{key}/complete", { ...path(key), signal })),
  put,
  untilOnline,
  pause,
  isConnectionLoss: (error) =>
    error instanceof TypeError || (isApiError(error) && (error.isOffline || error.status >= 500)),
};
