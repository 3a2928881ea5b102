import GcCallBanner from 'c/gcCallBanner';
import { KEY } from '../../gcSoftphone/__tests__/examples';
import { stage } from '../../gcSoftphone/__tests__/stage';

const NOW = Date.UTC(2026, 10, 21, 14, 5, 0);
const page = stage('c-gc-call-banner', GcCallBanner, NOW);
const { softphone, show, find } = page;
const press = (name) => page.press(`lightning-button[data-name="${name}"]`);

describe('the focus in the banner', () => {
  const waiting =
    (name) =>
    ({ calls: [call] }) =>
      void Object.assign(call, { can: [], waiting: [name] });
  const held = ({ calls: [call] }) => void Object.assign(call, { can: ['end', 'resume'] });
  let focus;
  const focused = () => focus.mock.contexts.map(({ dataset }) => dataset.name);
  beforeEach(() => {
    focus = jest.spyOn(HTMLElement.prototype, 'focus');
  });
  afterEach(() => focus.mockRestore());

  it('goes to the button that takes the place of the one that was pressed', async () => {
    await show();
    await softphone.shows('ringing');
    await press('answer');
    await softphone.shows('ringing', waiting('answer'));
    expect(focused()).toEqual([]);
    await softphone.shows('active');
    expect(focused()).toEqual(['hold']);
    await softphone.shows('active');
    expect(focused()).toEqual(['hold']);
  });

  it('comes back to a button that the phone system did not obey', async () => {
    await show();
    await softphone.shows('active');
    await press('hold');
    await softphone.shows('active', waiting('hold'));
    await softphone.shows('active');
    expect(focused()).toEqual(['hold']);
  });

  it('never goes to the button that ends the call', async () => {
    await show();
    await softphone.shows('active');
    await press('hold');
    await softphone.shows('held', ({ calls: [call] }) => void (call.can = ['end']));
    expect(focused()).toEqual([]);
  });

  it('goes to the call that it was in', async () => {
    const withAnother = (change) => (body) => {
      const [call] = body.calls;
      change?.({ calls: [call] });
      body.calls = [{ ...call, callKey: 'another', can: ['answer'], waiting: [] }, call];
    };
    await show();
    await softphone.shows('active', withAnother());
    find(`lightning-button[data-call="${KEY}"]`).click();
    await softphone.shows('held', withAnother(held));
    expect(focus.mock.contexts.map(({ dataset }) => dataset.call)).toEqual([KEY]);
  });

  it('stays where it is somewhere', async () => {
    await show();
    await softphone.shows('active');
    await press('hold');
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    focus.mockClear();
    await softphone.shows('held');
    expect(focus).not.toHaveBeenCalled();
    elsewhere.remove();
  });

  it('stays after a refusal, and with what others do', async () => {
    await show();
    await softphone.shows('active');
    await press('hold');
    await softphone.answers('hold', { error: { code: 'denied', message: 'Not now.', fields: {} } });
    await softphone.shows('held');
    await softphone.shows('active');
    await press('hold');
    await softphone.shows('ready');
    await softphone.shows('held');
    expect(focus).not.toHaveBeenCalled();
  });

  it('keeps one button in the place of Hold, so that it keeps the focus where it can', async () => {
    await show();
    await softphone.shows('active');
    const before = find('lightning-button');
    await softphone.shows('held');
    expect([find('lightning-button') === before, before.label]).toEqual([true, 'c.GcCallResume']);
  });
});
