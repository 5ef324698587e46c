import { postVote, type Backend, type VoteBody } from './backend.js';

/** A backend at an address. */
export const httpBackend = (address: string): Pick<Backend, 'send'> => ({
  send: (path, init) => fetch(address + path, init),
});

/** Posts votes over several connections at once; returns those answered 200. One that fails otherwise is not tried again. */
export async function postAll(
  addresses: string[],
  votes: VoteBody[],
  connections: number,
  onAcknowledged: (soFar: number) => void = () => undefined,
): Promise<VoteBody[]> {
  const acknowledged: VoteBody[] = [];
  const waiting = votes.values();
  const one = async (address: string) => {
    const backend = { ...httpBackend(address), stop: () => Promise.resolve() };
    for (const vote of waiting) {
      const response = await postVote(backend, vote).catch(() => undefined);
      if (response?.ok && (await response.json().catch(() => undefined))) onAcknowledged(acknowledged.push(vote));
    }
  };
  const addressOf = (connection: number) => addresses[connection % addresses.length] ?? '';
  await Promise.all(Array.from({ length: connections }, (_, connection) => one(addressOf(connection))));
  return acknowledged;
}
