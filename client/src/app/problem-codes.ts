import { body, fetchClient } from '@/api/client';
import { addProblemCodes } from '@/shared/lib/problem';

/** The API's own words for its codes; until they are here, failures are told by their status. */
export async function loadProblemCodes(): Promise<void> {
  try {
    const { items } = await body(fetchClient.GET('/api/v1/problem-codes'));
    addProblemCodes(items);
  } catch {
    // The server is out of reach; the screens say so themselves.
  }
}
