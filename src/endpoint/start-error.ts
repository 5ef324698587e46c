/** Something that the person who starts the endpoint has to put right; its message says what and how. */
export class StartError extends Error {
  override name = 'StartError';
}

/** An option, flag or variable that cannot be used as it was given. */
export class OptionError extends StartError {
  override name = 'OptionError';
}
