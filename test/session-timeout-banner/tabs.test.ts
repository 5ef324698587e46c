import { expect } from '@open-wc/testing';
import { joinTabs } from '../../src/session-timeout-banner/tabs.js';

describe('the tabs of one session', () => {
  it('understand each other where a library writes arrays in its own way', async () => {
    const name = crypto.randomUUID();
    const now = () => 5000;
    const here = joinTabs(name, now, () => undefined);
    const heard = new Promise((resolve) => {
      const there = joinTabs(name, now, (...news) => {
        there.leave();
        resolve(news);
      });
    });
    // As Prototype 1.6 does.
    Object.assign(Array.prototype, {
      toJSON(this: unknown[]) {
        return `[${this.map((item) => JSON.stringify(item)).join(', ')}]`;
      },
    });
    try {
      here.share(1000, 'extended');
      expect(await heard).to.deep.equal([1000, 5000, 'extended']);
    } finally {
      Reflect.deleteProperty(Array.prototype, 'toJSON');
      here.leave();
    }
  });
});
