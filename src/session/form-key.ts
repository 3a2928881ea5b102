/** In the browser's storage: who signed in there last. In a file of its own, as the first paint needs no more of it. */
export const FORM_KEY = 'gc-softphone.form';
