// A host with an application of its own on Lit, which takes the policy name "lit-html".
import { html, LitElement } from 'lit';

class HostApp extends LitElement {
  render() {
    return html`<p part="base">The host's own element</p>`;
  }
}
customElements.define('host-app', HostApp);
