/** A random UUID. The address of a blob ends in one, also on plain http, where `crypto.randomUUID` is missing. */
export function randomId(): string {
  const url = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(url);
  return url.slice(-36);
}
