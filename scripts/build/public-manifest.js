/**
 * Leaves in the manifest what the package promises: the three elements with their public members, each in the module
 * that a host imports. What the source is made of is nobody's API.
 * @returns {{ name: string, packageLinkPhase: (context: { customElementsManifest: any }) => void }}
 */
export function publicManifest() {
  return {
    name: 'public-manifest',
    packageLinkPhase({ customElementsManifest: manifest }) {
      manifest.modules = manifest.modules.flatMap((/** @type {any} */ module) => {
        const element = module.declarations?.find((/** @type {any} */ { tagName }) => tagName);
        if (!element) return [];
        const path = `dist/${element.tagName.replace('sao-', '')}.js`;
        const declaration = { name: element.name, module: path };
        element.members = element.members?.filter(isPublic);
        // The analyzer takes a property of that name for Lit's callback.
        const { fieldName, ...updated } =
          element.attributes.find((/** @type {any} */ { name }) => name === 'updated') ?? {};
        if (fieldName) element.members.push({ kind: 'field', attribute: updated.name, ...updated });
        // It knows of `@default` at the property only.
        for (const { attribute: name, default: value } of element.members) {
          const attribute = element.attributes.find((/** @type {any} */ one) => one.name === name);
          if (attribute && value) attribute.default = value;
        }
        // What the analyzer takes for an event in a call that passes its name on has no description.
        element.events = element.events?.filter((/** @type {any} */ { description }) => description);
        for (const part of [...element.members, ...element.events, ...element.attributes]) delete part.inheritedFrom;
        delete element.superclass;
        return {
          kind: 'javascript-module',
          path,
          declarations: [element],
          exports: [
            { kind: 'js', name: element.name, declaration },
            { kind: 'custom-element-definition', name: element.tagName, declaration },
          ],
        };
      });
    },
  };
}

/** @param {{ name: string, privacy?: string, static?: boolean, description?: string }} member */
const isPublic = ({ name, privacy, static: isStatic, description }) =>
  !isStatic && !name.startsWith('#') && (privacy ?? 'public') === 'public' && Boolean(description);
