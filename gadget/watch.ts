/** What the desktop is to notice of the softphone: a call that rings, and a connection that its policy forbids. */
import type { LazyHost } from '../src/softphone/host.ts';
import type { CallKey } from '../src/state/model.ts';
import { partyWords } from '../src/ui/words.ts';
import type { Container, ContainerServices } from './page.ts';

export interface Surrounding {
  readonly container: Container;
  readonly toaster: ContainerServices['FinesseToaster'];
}

/** Brings our tab to the front for each new call, once, and says who calls to an agent who looks elsewhere. */
export function watchSoftphone({ container, toaster }: Surrounding): NonNullable<LazyHost['watch']> {
  return (softphone, i18n) => {
    let known: ReadonlySet<CallKey> = new Set();
    const look = (): void => {
      const ringing = softphone.state.calls.filter(({ phase }) => /ringing|offered/.test(phase));
      for (const call of ringing) {
        if (known.has(call.key)) continue;
        container.activateMyTab?.();
        toaster?.showToaster(i18n.t('call.incoming'), { body: partyWords(i18n, call) });
      }
      known = new Set(ringing.map(({ key }) => key));
    };
    const forbidden = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent): void =>
      softphone.tell({
        level: 'alert',
        key: 'gadget.blocked',
        values: { address: blockedURI, directive: effectiveDirective },
      });
    look();
    addEventListener('securitypolicyviolation', forbidden);
    const stop = softphone.subscribe(look);
    return () => {
      stop();
      removeEventListener('securitypolicyviolation', forbidden);
    };
  };
}
