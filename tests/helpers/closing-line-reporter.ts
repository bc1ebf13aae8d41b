import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Ends the run with `N passed, N failed` (and `, N skipped`) alone on a line, from the real counts, after
 * naming each skipped test with its reason. In CI a skipped test fails the run.
 */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const skipped = tests.filter((test) => test.result().state === 'skipped');
    // A file that fails to load or a group whose set-up fails ran no tests: each counts as one failure, and so
    // does a stray error.
    const broken = modules
      .flatMap((module) => [module, ...module.children.allSuites()])
      .filter((group) => group.errors().length > 0);
    const failed =
      tests.filter((test) => test.result().state === 'failed').length +
      broken.length +
      unhandledErrors.length;
    const passed = tests.filter((test) => test.result().state === 'passed').length;

    for (const test of skipped) console.log(`skipped: ${test.fullName} (${reasonOf(test)})`);
    const skippedPart = skipped.length > 0 ? `, ${String(skipped.length)} skipped` : '';
    if (skipped.length > 0 && process.env.CI !== undefined) {
      console.log('In CI no test may be skipped.');
      process.exitCode = 1;
    }
    console.log(`${String(passed)} passed, ${String(failed)} failed${skippedPart}`);
  }
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  return (result.state === 'skipped' ? result.note : undefined) ?? 'no reason given';
}
