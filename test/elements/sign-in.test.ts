import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SoftphoneState } from '../../src/state/model.ts';
import { expectAccessible } from '../support/audit.ts';
import { FORM, signedOut } from '../support/make-state.ts';
import { find, findAll, mount, settled, expectFocused } from '../support/mount.ts';
import type { Mounted } from '../support/mount.ts';
import { accessible } from '../support/roles.ts';

const remembered = (change: Partial<SoftphoneState> = {}): SoftphoneState => ({
  ...signedOut({ signIn: { phase: 'signedOut', form: FORM } }),
  ...change,
});
const refused: SoftphoneState['signIn'] = {
  phase: 'signedOut',
  form: FORM,
  focus: 'password',
  problem: { id: 1, level: 'alert', key: 'error.CF_INVALID_PASSWORD_SPECIFIED' },
};

const field = ({ view }: Mounted, id: string): HTMLInputElement => find(view, `input#${id}`);
const submit = async ({ view }: Mounted): Promise<void> => {
  find(view, 'gc-sign-in button').click();
  await settled(view);
};
const texts = ({ view }: Mounted, selector: string): (string | undefined)[] =>
  findAll(view, selector).map((element) => element.textContent.trim());

describe('the form “Sign in”', () => {
  it('is accessible', async () => {
    const { view } = await mount(remembered());
    await expectAccessible(view);
  });

  it('is filled with what was remembered, and never with a password', async () => {
    const mounted = await mount(remembered());
    expect(field(mounted, 'agentId').value).to.equal('1001');
    expect(field(mounted, 'extension').value).to.equal('2001');
    expect(field(mounted, 'password').value).to.equal('');
  });

  it('signs in on Enter with what was typed', async () => {
    const mounted = await mount(remembered());
    field(mounted, 'password').focus();
    await sendKeys({ type: 'secret1' });
    await sendKeys({ press: 'Enter' });
    expect(mounted.source.intents).to.deep.equal([{ type: 'signIn', form: FORM, password: 'secret1' }]);
  });

  it('takes spaces off the ends of id and extension, and none off the password', async () => {
    const mounted = await mount(signedOut());
    field(mounted, 'agentId').value = ' 1001 ';
    field(mounted, 'extension').value = ' 2001';
    field(mounted, 'password').value = ' secret ';
    await submit(mounted);
    expect(mounted.source.intents).to.deep.equal([{ type: 'signIn', form: FORM, password: ' secret ' }]);
  });

  it('names each missing field and goes to the first', async () => {
    const mounted = await mount(signedOut());
    await submit(mounted);
    expect(texts(mounted, '.problem')).to.deep.equal([
      'Enter your agent ID.',
      'Enter your password.',
      'Enter the extension of your phone.',
    ]);
    expectFocused(field(mounted, 'agentId'));
    expect(mounted.source.intents).to.deep.equal([]);
    const agentId = await accessible('textbox', 'Agent ID');
    expect(agentId).to.include({ description: 'Enter your agent ID.', invalid: 'true' });
  });

  for (const character of [',', '#', '|']) {
    it(`refuses a password with ${character} before anything is sent, without showing it`, async () => {
      const mounted = await mount(remembered());
      field(mounted, 'password').value = `se${character}cret`;
      await submit(mounted);
      expect(texts(mounted, '.problem')).to.deep.equal([
        `“${character}” cannot be sent to the phone system. Leave it out of the field “Password”.`,
      ]);
      expect(mounted.source.intents).to.deep.equal([]);
    });
  }

  it('keeps what was typed when the password is refused, says why and goes to it', async () => {
    const mounted = await mount(remembered());
    field(mounted, 'password').value = 'wrong';
    await submit(mounted);
    await mounted.show(remembered({ signIn: { phase: 'signingIn', form: FORM, known: false } }));
    await submit(mounted);
    expect(mounted.source.intents, 'sent once').to.have.length(1);
    await mounted.show(remembered({ signIn: refused }));
    expect(texts(mounted, '[role=alert]')).to.deep.equal(['The password is wrong. Enter it again.']);
    expect(field(mounted, 'password').value).to.equal('wrong');
    expectFocused(field(mounted, 'password'));
  });

  it('takes no focus from the page when it opens', async () => {
    const before = document.activeElement;
    await mount(remembered());
    expect(document.activeElement === before).to.equal(true);
  });

  it('waits, and says so, while GC is out of service', async () => {
    const mounted = await mount(remembered({ service: { phase: 'outOfService' } }));
    field(mounted, 'password').value = 'secret1';
    await submit(mounted);
    expect(mounted.source.intents).to.deep.equal([]);
    expect(await accessible('button', 'Sign in')).to.include({
      disabled: true,
      description: 'Comes back with the connection to the phone system.',
    });
  });

  it('can be sent while the connection waits for the form', async () => {
    const mounted = await mount(remembered({ service: { phase: 'connecting' } }));
    field(mounted, 'password').value = 'secret1';
    await submit(mounted);
    expect(mounted.source.intents).to.have.length(1);
  });

  it('offers neither a mobile agent nor single sign-on where they are not configured', async () => {
    const { view } = await mount(remembered());
    expect(findAll(view, 'input[type=checkbox]')).to.deep.equal([]);
  });

  it('asks a mobile agent for the phone and the kind of connection', async () => {
    const mounted = await mount(
      signedOut({
        setup: { signIn: { mobileAgent: true, sso: false, agentIdFixed: false } },
        signIn: { phase: 'signedOut', form: FORM },
      }),
    );
    find(mounted.view, 'input[name=mobileAgent]').click();
    await settled(mounted.view);
    field(mounted, 'password').value = 'secret1';
    await submit(mounted);
    expect(texts(mounted, '.problem')).to.deep.equal(['Enter the number of the phone you work on.']);
    field(mounted, 'phoneNumber').value = '+4533550123';
    (findAll(mounted.view, 'input[type=radio]')[1] ?? expect.fail('no second kind')).click();
    await submit(mounted);
    const form = { ...FORM, mobileAgent: true, phoneNumber: '+4533550123', connection: 'nailed' };
    expect(mounted.source.intents).to.deep.equal([{ type: 'signIn', form, password: 'secret1' }]);
  });

  it('shows an agent id that the CRM gave, and does not let it be changed', async () => {
    const mounted = await mount(
      signedOut({
        setup: { signIn: { mobileAgent: false, sso: false, agentIdFixed: true } },
        signIn: { phase: 'signedOut', form: FORM },
      }),
    );
    expect(field(mounted, 'agentId').readOnly).to.equal(true);
  });
});
