import { ApiError, CSRF_HEADER, getAntiforgeryToken, reportSessionLost, type Problem } from './client';

export type UploadOptions = {
  onProgress?: (percent: number) => void;
  signal?: AbortSignal;
  headers?: Record<string, string>;
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** Multipart upload through XMLHttpRequest, because fetch cannot report the progress of a request body. */
export function upload<T>(url: string, form: FormData, options: UploadOptions = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    const token = getAntiforgeryToken();
    if (token !== null) request.setRequestHeader(CSRF_HEADER, token);
    for (const [name, value] of Object.entries(options.headers ?? {})) request.setRequestHeader(name, value);

    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) options.onProgress?.(Math.round((event.loaded / event.total) * 100));
    });
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(parse(request.responseText) as T);
        return;
      }
      if (request.status === 401) reportSessionLost();
      reject(new ApiError(request.status, parse(request.responseText) as Problem));
    });
    request.addEventListener('error', () => reject(new ApiError(0, {})));
    request.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    options.signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
