/**
 * The softphone fills what it is put into; in a gadget it is the other way round. A sheet from script, as the desktop's
 * gadget server rewrites what is linked, and a policy may forbid what is inline.
 */
export function styleFrame(document: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    body { margin: 0; }
    gc-softphone { --gc-fit: auto; --gc-container: inline-size; --gc-min-height: 24rem; --gc-lists-height: 30rem; }
  `);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
