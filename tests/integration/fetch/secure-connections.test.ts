import { once } from 'node:events';
import { constants, createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { EXPIRED_TLS, feedRequest, LOCALHOST_TLS, openFetcher, startOrigin, textOf } from './start-origin.js';

describe('TLS', () => {
  test('with a certificate that nobody trusts is refused in words', async () => {
    const origin = await startOrigin((_, response) => response.end(), 'https');
    const fetching = openFetcher().fetch(feedRequest(`https://localhost:${origin.port}/`));
    await expect(fetching).rejects.toMatchObject({ name: 'TransientError', code: 'tls' });
    await expect(fetching).rejects.toThrow('not signed by a trusted authority');
    expect(origin.log).toHaveLength(0);
  });

  test('with a certificate for another host is refused in words', async () => {
    const origin = await startOrigin((_, response) => response.end(), 'https');
    const fetching = openFetcher({ extraCa: LOCALHOST_TLS.cert }).fetch(feedRequest(`${origin.url}/`));
    await expect(fetching).rejects.toMatchObject({ code: 'tls' });
    await expect(fetching).rejects.toThrow('is for another host');
  });

  test('with a certificate that has expired is refused in words', async () => {
    const origin = await startOrigin((_, response) => response.end(), 'https', EXPIRED_TLS);
    const fetcher = openFetcher({ extraCa: EXPIRED_TLS.cert });
    const fetching = fetcher.fetch(feedRequest(`https://localhost:${origin.port}/`));
    await expect(fetching).rejects.toMatchObject({
      code: 'tls',
      context: { systemCode: 'CERT_HAS_EXPIRED' },
    });
    await expect(fetching).rejects.toThrow(/has expired.*Check the clock/);
  });

  test('against a server without it is refused in words', async () => {
    const origin = await startOrigin((_, response) => response.end());
    const fetching = openFetcher().fetch(feedRequest(`https://127.0.0.1:${origin.port}/`));
    await expect(fetching).rejects.toMatchObject({ name: 'TransientError', code: 'tls' });
  });

  test('with a trusted certificate works', async () => {
    const origin = await startOrigin((_, response) => response.end('feed'), 'https');
    const fetcher = openFetcher({ extraCa: LOCALHOST_TLS.cert });
    expect(textOf(await fetcher.fetch(feedRequest(`https://localhost:${origin.port}/`)))).toBe('feed');
  });
});

/** A server for HTTP/2 and HTTP/1.1; gives the versions that were spoken. */
async function startModernOrigin(
  handle: (request: Http2ServerRequest, response: Http2ServerResponse) => void,
) {
  const versions: string[] = [];
  const server = createSecureServer({ ...LOCALHOST_TLS, allowHTTP1: true }, (request, response) => {
    versions.push(request.httpVersion);
    handle(request, response);
  });
  server.on('sessionError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `https://localhost:${port}`, versions };
}

describe('HTTP/2', () => {
  test('is spoken where it is offered, validators and body included', async () => {
    const origin = await startModernOrigin((request, response) => {
      if (request.headers['if-none-match'] === '"a"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"a"' }).end('feed');
    });
    const fetcher = openFetcher({ extraCa: LOCALHOST_TLS.cert });
    const first = await fetcher.fetch(feedRequest(`${origin.url}/`));
    expect(textOf(first)).toBe('feed');
    expect([...first.headers.keys()]).not.toContain(':status');
    const second = await fetcher.fetch(feedRequest(`${origin.url}/`, { validators: first.validators }));
    expect(second.notModified).toBe(true);
    expect(origin.versions).toEqual(['2.0', '2.0']);
  });

  test('that fails is not tried again: the next attempt goes over HTTP/1.1', async () => {
    const origin = await startModernOrigin((request, response) => {
      if (request.httpVersion === '2.0') response.stream.close(constants.NGHTTP2_HTTP_1_1_REQUIRED);
      else response.end('feed');
    });
    const fetcher = openFetcher({ extraCa: LOCALHOST_TLS.cert });
    await expect(fetcher.fetch(feedRequest(`${origin.url}/`))).rejects.toMatchObject({
      name: 'TransientError',
      code: 'network',
    });
    expect(textOf(await fetcher.fetch(feedRequest(`${origin.url}/`)))).toBe('feed');
    expect(origin.versions).toEqual(['2.0', '1.1']);
  });

  test('that stops in the middle is truncated', async () => {
    const origin = await startModernOrigin((_, response) => {
      response.write('half', () => {
        response.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
      });
    });
    const fetcher = openFetcher({ extraCa: LOCALHOST_TLS.cert });
    await expect(fetcher.fetch(feedRequest(`${origin.url}/`))).rejects.toMatchObject({ code: 'truncated' });
  });
});
