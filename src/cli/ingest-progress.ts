import type { RunProgress } from '../model/progress.js';
import { bar, formatDuration, type ProgressStyle } from './progress.js';

/** How far a run of `wirewatch ingest` is. */
export const INGEST_PROGRESS: ProgressStyle<RunProgress> = { bars: renderBars, line: renderLine };

/** One bar per stage, then counts, rate and time left. */
function renderBars(progress: RunProgress, elapsedMs: number): string[] {
  const feeds = progress.feedsPending + progress.feedsPolled;
  const fetched = Math.max(0, progress.discovered - progress.toFetch);
  return [
    bar('feeds', progress.feedsPolled, feeds),
    bar('fetched', fetched, progress.discovered),
    bar('tagged', progress.tagged, progress.discovered - progress.skipped - progress.failed),
    `          ${describe(progress, elapsedMs)}`,
  ];
}

function renderLine(progress: RunProgress, elapsedMs: number): string {
  const feeds = `feeds ${progress.feedsPolled}/${progress.feedsPending + progress.feedsPolled}`;
  const fetched = Math.max(0, progress.discovered - progress.toFetch);
  return `${feeds}, discovered ${progress.discovered}, fetched ${fetched}, tagged ${progress.tagged}, ${describe(progress, elapsedMs)}`;
}

function describe(progress: RunProgress, elapsedMs: number): string {
  const done = progress.tagged + progress.skipped + progress.failed;
  const perSecond = elapsedMs > 0 ? done / (elapsedMs / 1000) : 0;
  const left = progress.discovered - done;
  const parts = [`failed ${progress.failed}`, `${perSecond.toFixed(1)} articles/s`];
  // Before the feeds are read nobody knows how much there is: no guess is better than a wrong one.
  if (perSecond > 0 && left > 0 && progress.feedsPending === 0) {
    parts.push(`about ${formatDuration(left / perSecond)} left`);
  }
  return parts.join(', ');
}
