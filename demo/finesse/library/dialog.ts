/** finesse.restservices.Dialog. */
import type { XmlValue } from '../../../simulator/finesse/xml.ts';
import type { Data, Handlers } from './client.ts';
import { list, RestBase } from './rest.ts';
import type { Options } from './rest.ts';

export class Dialog extends RestBase {
  protected readonly type = 'Dialog';

  static readonly Actions = Object.fromEntries(
    [
      'ACCEPT',
      'ANSWER',
      'BARGE_CALL',
      'CANCEL_SCHEDULED_CALLBACK',
      'CLOSE',
      'CONFERENCE',
      'CONSULT_CALL',
      'DROP',
      'HOLD',
    ]
      .concat([
        'MAKE_CALL',
        'PARTICIPANT_DROP',
        'RECLASSIFY',
        'REJECT',
        'RETRIEVE',
        'SEND_DTMF',
        'SILENT_MONITOR',
      ])
      .concat([
        'START_RECORDING',
        'TRANSFER',
        'TRANSFER_SST',
        'UPDATE_CALL_DATA',
        'UPDATE_SCHEDULED_CALLBACK',
      ])
      .map((action) => [action, action]),
  );

  constructor(options: Options) {
    super(options);
    if (options.data) this.take(options.data);
    else this.read();
  }

  override getRestUrl(): string {
    return `/finesse/api/Dialog/${this.id}`;
  }

  /** The library's own name for its data, which gadgets read past it. */
  get _data(): Data {
    return this.data;
  }

  getState = (): string => this.text('state');
  getFromAddress = (): string => this.text('fromAddress');
  getToAddress = (): string => this.text('toAddress');
  getMediaType = (): string => this.text('mediaType');

  /** Flat: the properties, and the call variables beside them. */
  getMediaProperties(): Record<string, XmlValue> {
    const properties = (this.getData()['mediaProperties'] ?? {}) as Data;
    const { callvariables, ...rest } = properties;
    const variables = list((callvariables as Data | null | undefined)?.['CallVariable']) as readonly Data[];
    return { ...rest, ...Object.fromEntries(variables.map(({ name, value }) => [name as string, value])) };
  }

  /** Always a list. */
  getParticipants(): readonly Data[] {
    const { participants } = this.getData();
    return list((participants as Data | null | undefined)?.['Participant']) as readonly Data[];
  }

  getParticipantTimerCounters(
    address: string,
  ): Pick<Data, 'startTime' | 'stateChangeTime' | 'state'> | undefined {
    const one = this.getParticipants().find(({ mediaAddress }) => mediaAddress === address);
    return (
      one && { startTime: one['startTime'], stateChangeTime: one['stateChangeTime'], state: one['state'] }
    );
  }

  getCallbackInfo(): XmlValue {
    return this.getData()['scheduledCallbackInfo'];
  }

  requestAction(own: string, action: string, handlers: Handlers): void {
    this.#put({ targetMediaAddress: own, requestedAction: action }, handlers);
  }

  makeConsultCall(own: string, to: string, handlers: Handlers): void {
    this.#put({ targetMediaAddress: own, toAddress: to, requestedAction: 'CONSULT_CALL' }, handlers);
  }

  initiateDirectTransfer(own: string, to: string, handlers: Handlers): void {
    this.#put({ targetMediaAddress: own, toAddress: to, requestedAction: 'TRANSFER_SST' }, handlers);
  }

  /** The handlers before the digits. */
  sendDTMFRequest(own: string, handlers: Handlers, digits: string): void {
    const parameters = { ActionParam: { name: 'dtmfString', value: digits } };
    this.#put({ targetMediaAddress: own, requestedAction: 'SEND_DTMF', actionParams: parameters }, handlers);
  }

  dropParticipant(address: string, handlers: Handlers): void {
    this.#put({ targetMediaAddress: address, requestedAction: 'PARTICIPANT_DROP' }, handlers);
  }

  /** Takes the label. */
  updateWrapUpReason(label: string, handlers: Handlers): void {
    this.#update({ wrapUpReason: label }, handlers);
  }

  /** Of Finesse 15. */
  updateWrapUpItems?(labels: readonly string[], handlers: Handlers): void {
    this.#update({ wrapUpItems: { wrapUpItem: labels } }, handlers);
  }

  updateCallVariables(values: Readonly<Record<string, string>>, handlers: Handlers): void {
    const variables = Object.entries(values).map(([name, value]) => ({ name, value }));
    this.#update({ callvariables: { CallVariable: variables } }, handlers);
  }

  updateCallbackTime(own: string, callbackTime: string, handlers: Handlers): void {
    this.#callback(own, { callbackTime }, handlers);
  }

  updateCallbackNumber(own: string, callbackNumber: string, handlers: Handlers): void {
    this.#callback(own, { callbackNumber }, handlers);
  }

  cancelCallback(own: string, handlers: Handlers): void {
    this.requestAction(own, 'CANCEL_SCHEDULED_CALLBACK', handlers);
  }

  reclassifyCall(own: string, result: string, handlers: Handlers): void {
    const mediaProperties = { outboundClassification: result };
    this.#put({ targetMediaAddress: own, requestedAction: 'RECLASSIFY', mediaProperties }, handlers);
  }

  #callback(own: string, mediaProperties: Record<string, string>, handlers: Handlers): void {
    this.#put(
      { targetMediaAddress: own, requestedAction: 'UPDATE_SCHEDULED_CALLBACK', mediaProperties },
      handlers,
    );
  }

  #update(mediaProperties: XmlValue, handlers: Handlers): void {
    this.#put({ requestedAction: 'UPDATE_CALL_DATA', mediaProperties }, handlers);
  }

  #put(content: Record<string, XmlValue>, handlers: Handlers): void {
    this.isLoaded();
    this.restRequest(this.getRestUrl(), { ...handlers, method: 'PUT', content: { Dialog: content } });
  }
}
