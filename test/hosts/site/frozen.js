// A page that freezes what the language brings, as hardened hosts do.
for (const builtIn of [
  Object,
  Function,
  Array,
  String,
  Number,
  Promise,
  Map,
  Set,
  WeakMap,
  Symbol,
  RegExp,
  Error,
  Date,
]) {
  Object.freeze(builtIn);
  Object.freeze(builtIn.prototype);
}
for (const builtIn of [JSON, Math, Reflect, Intl]) Object.freeze(builtIn);
