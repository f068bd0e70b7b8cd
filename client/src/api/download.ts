import { ApiError, reportSessionLost, toApiError } from './client';

/** Hands a file to the browser under a name of its own. */
export function saveFile(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken the content over by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

/**
 * Fetches a file and saves it under the name that the server gives it. Not a plain link: a refusal is shown on the page, and the
 * file speaks the language of the screen.
 */
export async function download(url: string, language: string): Promise<void> {
  const response = await fetch(url, { headers: { 'Accept-Language': language } }).catch(() => {
    throw new ApiError(0, {});
  });
  if (response.status === 401) reportSessionLost();
  if (!response.ok) throw await toApiError(response);
  const name = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  saveFile(await response.blob(), name ?? 'download');
}
