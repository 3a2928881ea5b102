/** What is packed, as package.json has it: a test compares. */
export const VERSION = '0.7.0';
