/** Follows an element's height: once a frame at most, and only what has changed. */
export interface Height {
  /** Measures again: a tab that was hidden had no height. */
  again(): void;
}

/** @param tell takes the height in whole px */
export function followHeight(element: Element, tell: (px: number) => void): Height {
  let told = 0;
  let frame = 0;
  const measure = (): void => {
    frame = 0;
    const px = Math.ceil(element.getBoundingClientRect().height);
    if (px === 0 || px === told) return;
    told = px;
    tell(px);
  };
  const again = (): void => {
    frame ||= requestAnimationFrame(measure);
  };
  new ResizeObserver(again).observe(element);
  return { again };
}
