// What Prototype 1.6, MooTools, Date.js and Bluebird make of the built-ins, all on one page.
{
  // Prototype and MooTools: makes an array, and knows no second argument.
  Array.from = (items) => (items?.length === undefined ? [items] : Array.prototype.slice.call(items));
  // Prototype 1.6.
  Array.prototype.entries = function () {
    return this.slice();
  };
  Array.prototype.reduce = function () {
    return this.length > 1 ? this : this[0];
  };
  Array.prototype.toJSON = function () {
    return `[${this.map((item) => JSON.stringify(item)).join(', ')}]`;
  };
  Date.prototype.toJSON = function () {
    return `"${this.toISOString().replace(/\.\d+/, '')}"`;
  };
  // MooTools.
  window.Event = function (event) {
    this.page = { x: event.clientX };
  };
  window.Request = () => null;
  // Date.js: dates, and null for what is none.
  Date.now = () => new Date();
  Date.parse = (text) => {
    const date = new Date(text);
    return text && !Number.isNaN(date.getTime()) ? date : null;
  };
  // Bluebird knows what promises could do at its time.
  window.Promise = class extends Promise {
    static allSettled = undefined;
    static any = undefined;
    static withResolvers = undefined;
    static try = undefined;
  };
}
