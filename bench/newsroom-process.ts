import { startNewsroom } from '../demo/newsroom/start-newsroom.js';

// Serves the newsroom until it is killed; says on the first line of stdout what it publishes.
const newsroom = await startNewsroom({ stories: Number(process.argv[2]) });
process.stdout.write(
  `${JSON.stringify({ feeds: newsroom.feeds, stories: newsroom.truth.stories.map((story) => story.url) })}\n`,
);
