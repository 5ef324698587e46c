export type ErrorReason = 'network' | 'cors' | 'status' | 'format' | 'not-found';

/** Why an article could not be had, and in `message` what the webmaster can do. */
export class LoadError extends Error {
  constructor(
    readonly reason: ErrorReason,
    message: string,
  ) {
    super(message);
  }
}
