/** Tells the person something, on stderr: stdout belongs to results. */
export function say(message: string): void {
  process.stderr.write(`wirewatch: ${message}\n`);
}
