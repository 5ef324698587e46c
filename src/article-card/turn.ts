/** Far more than a screen shows: whoever looks sees no card come later, and nothing in sight is moved by one that does. */
const atOnce = 30;

/** How many were drawn in this task. */
let drawn = 0;

/** Resolves when a card may draw: hundreds that come at once, drawn in one task, would hold up the page. */
export async function turnToDraw(): Promise<void> {
  if (!drawn)
    setTimeout(() => {
      drawn = 0;
    });
  // Each then has a task of its own.
  if (++drawn > atOnce) await new Promise((resolve) => setTimeout(resolve));
}
