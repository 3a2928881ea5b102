/** Codes with which Finesse or GC refuse, as the errors table of GC names them. Operations return one, or undefined when done. */
export type Refusal =
  | 'BAD_DESTINATION'
  // Not in the errors table: Finesse's own code for a pending state that UCCX does not take.
  | 'CF_INVALID_AGENT_WORKMODE'
  | 'CF_INVALID_CALLED_DEVICE'
  | 'CF_INVALID_LOGON_DEVICE_SPECIFIED'
  | 'CF_INVALID_OBJECT_STATE'
  | 'CF_INVALID_PASSWORD_SPECIFIED'
  | 'CF_RESOURCE_BUSY'
  | 'FINESSE_UNAVAILABLE'
  | 'GENERAL_ERROR'
  | 'LICENSES_EXCEEDED'
  | 'MISSING_EXTENSION'
  | 'MISSING_NUMBER'
  | 'MISSING_PASSWORD'
  | 'MISSING_REASON_CODE'
  | 'NO_DIALOG_ID'
  | 'PLEASE_RETRY'
  | 'SESSION_INVALIDATED'
  | 'SUBSCRIPTION_FAILED'
  | 'USER_NOT_FOUND'
  | 'WRONG_EXTENSION';
