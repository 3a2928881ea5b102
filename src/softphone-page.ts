/** `dist/softphone.js`, the script of `softphone.html`: takes `?config=` over to the element. */
const softphone = document.querySelector('gc-softphone');
const address = new URLSearchParams(location.search).get('config') ?? '';
softphone?.setAttribute('config-url', address);
