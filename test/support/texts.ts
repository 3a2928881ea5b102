/** Texts that a layout or a template may break at. */
export const LONG =
  'Maximilian Alexander Freiherr von und zu Hohenlohe-Waldenburg-Schillingsfürst the Younger';
export const HOSTILE = '<img src=x onerror="alert(1)"> & <b>Bold</b> $t(call.end) {{party}}';
