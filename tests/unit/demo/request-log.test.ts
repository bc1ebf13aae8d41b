import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { createRequestLog } from '../../../demo/newsroom/request-log.js';

it('keeps the latest requests only, so that memory stays flat', () => {
  const log = createRequestLog(10);
  for (let number = 1; number <= 1000; number++) {
    const request = new IncomingMessage(new Socket());
    request.url = `/${number}`;
    const response = new ServerResponse(request);
    log.watch(request, response);
    response.emit('close');
  }
  expect(log.requests.length).toBeGreaterThanOrEqual(10);
  expect(log.requests.length).toBeLessThanOrEqual(20);
  expect(log.requests.at(-1)?.path).toBe('/1000');
});
