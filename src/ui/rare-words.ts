/** Brings the English words that {@link createI18n} fetches when the first of them is wanted: the build puts them here. */
export {};
