const encoder = new TextEncoder();
const day = 24 * 60 * 60_000;

/**
 * Turns addresses into names that mean nothing outside this process and this day (UTC): a keyed hash under a random key
 * that is thrown away at midnight. Nobody can find an address by trying them all, and no two days can be joined.
 */
export function dailyHash(): (address: string, now: number) => Promise<string> {
  let today: number | undefined;
  let key: Promise<CryptoKey> | undefined;
  return async (address, now) => {
    const date = Math.floor(now / day);
    if (date !== today || !key) {
      today = date;
      key = crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    }
    const hash = new Uint8Array(await crypto.subtle.sign('HMAC', await key, encoder.encode(address)));
    return String.fromCharCode(...hash.subarray(0, 16));
  };
}
