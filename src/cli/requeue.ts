import type { App } from '../app.js';
import type { QuarantineQueue } from '../model/work.js';

/** Makes the jobs of replayed work. */
export async function requeue(
  queues: App['queues'],
  work: readonly { readonly queue: QuarantineQueue; readonly subjectId: string }[],
): Promise<void> {
  const idsOf = (queue: QuarantineQueue) =>
    work.filter((entry) => entry.queue === queue).map((entry) => entry.subjectId);
  await queues.enqueue(
    'feeds',
    idsOf('feeds').map((feedId) => ({ feedId })),
  );
  await queues.enqueue(
    'articles',
    idsOf('articles').map((articleId) => ({ articleId })),
  );
  await queues.enqueue(
    'tags',
    idsOf('tags').map((articleId) => ({ articleId, reason: 'new' as const })),
  );
}
