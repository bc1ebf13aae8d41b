// Answers like the real worker, but never comes to an end for a text that says so.
export default function runTask({ input }) {
  if (input.text === 'endless') for (;;);
  if (input.text === 'greedy') {
    const kept = [];
    for (;;) kept.push(new Array(1_000_000).fill(kept.length));
  }
  return { ok: true, output: { echo: input.text } };
}
