/** A component on a page, for its tests. */
import { createElement } from 'lwc';
import { FakeSoftphone, settled } from './channel';

/**
 * One component and a softphone at the other end of the message service, both new for each test of the file.
 * @param tag the component's name in the page
 * @param now what the clock shows first, in milliseconds
 */
export function stage(tag, Component, now) {
  const softphone = new FakeSoftphone();
  const page = {
    softphone,
    element: undefined,
    async show(properties = {}) {
      page.element = createElement(tag, { is: Component });
      Object.assign(page.element, properties);
      document.body.appendChild(page.element);
      await settled();
    },
    find: (selector) => page.element.shadowRoot.querySelector(selector),
    all: (selector) => [...page.element.shadowRoot.querySelectorAll(selector)],
    text: (selector) => page.find(selector)?.textContent,
    /** Presses the button that the selector finds. */
    async press(selector) {
      page.find(selector).click();
      await settled();
    },
    /** A field says that it has another value. */
    async change(selector, value, type = 'change') {
      page.find(selector).dispatchEvent(new CustomEvent(type, { detail: { value } }));
      await settled();
    },
  };
  beforeEach(() => {
    jest.useFakeTimers(now === undefined ? {} : { now });
    softphone.begin();
  });
  afterEach(() => {
    page.element.remove();
    jest.useRealTimers();
  });
  return page;
}
