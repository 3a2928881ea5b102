/**
 * What can keep a softphone from starting. The words on screen are in the locales, under `start.<code>`.
 */
export type SoftphoneErrorCode =
  /** Neither `config` nor `config-url` was given. */
  | 'noConfig'
  /** The configuration is not of the page's own origin. */
  | 'foreignConfig'
  /** The configuration cannot be fetched. */
  | 'configUnreachable'
  /** The configuration is not JSON. */
  | 'configNotJson'
  /** The CRM's own settings cannot be laid over the configuration. */
  | 'callCenter'
  /** A part of the softphone could not be fetched, or failed to start. */
  | 'internal';

/** Why a softphone does not start, for the console and for whoever embeds it. */
export class SoftphoneError extends Error {
  override readonly name = 'SoftphoneError';
  readonly code: SoftphoneErrorCode;

  constructor(code: SoftphoneErrorCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.code = code;
  }
}
