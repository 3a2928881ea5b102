/**
 * A stand-in for Salesforce's Open CTI script, served by the demo CRM under the same path. It runs in the softphone's
 * frame, defines `sforce.opencti` and speaks to the CRM's page. Its answers follow the Open CTI Developer Guide.
 */
import { createOpenCti } from './opencti.ts';

const script = document.currentScript;
if (script instanceof HTMLScriptElement && window.parent !== window) {
  const before: unknown = Reflect.get(window, 'sforce');
  const opencti = createOpenCti(new URL(script.src).origin, window.parent, window);
  Reflect.set(window, 'sforce', { ...(typeof before === 'object' ? before : {}), opencti });
}
