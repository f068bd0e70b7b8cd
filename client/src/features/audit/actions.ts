import vi from './locales/vi.json';

/** Use cases that have a name in the texts; the filter offers them. */
export const ACTIONS = Object.keys(vi.actions);
