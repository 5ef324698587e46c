export type ErrorReason = 'network' | 'cors' | 'status' | 'format' | 'not-found';

/** Why an article could not be had; the message says what happened and what the webmaster can do. */
export const loadError = (reason: ErrorReason, message: string): Error => new Error(message, { cause: reason });
