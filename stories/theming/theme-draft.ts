/** The values a designer has given so far; a token without one keeps its default. */
export class ThemeDraft extends EventTarget {
  readonly #values = new Map<string, string>();
  /** What a theme has besides tokens: rules for parts, mostly. */
  #rules = '';

  get(token: string): string {
    return this.#values.get(token) ?? '';
  }

  /** Nothing but spaces takes the token's value away. */
  set(token: string, value: string): void {
    if (value.trim()) this.#values.set(token, value.trim());
    else this.#values.delete(token);
    this.dispatchEvent(new Event('change'));
  }

  /** A style sheet in place of what was there: its first rule holds the tokens. */
  take(css: string): void {
    const end = css.indexOf('}') + 1;
    this.#values.clear();
    for (const [, name = '', value = ''] of css.slice(0, end).matchAll(/(--sao-[\w-]+):\s*([^;]+);/g)) {
      this.#values.set(name, value);
    }
    this.#rules = css.slice(end).trim();
    this.dispatchEvent(new Event('change'));
  }

  /** As a host page takes it. */
  get css(): string {
    const lines = [...this.#values].map(([name, value]) => `  ${name}: ${value};\n`).join('');
    const tokens = lines && `:root {\n${lines}}\n`;
    return [tokens, this.#rules && `${this.#rules}\n`].filter(Boolean).join('\n');
  }
}
