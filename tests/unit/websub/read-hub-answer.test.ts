import { describe, expect, it } from 'vitest';
import { readHubAnswer } from '../../../src/websub/read-hub-answer.js';

const HUB = 'https://hub.example/in';

function read(status: number, fields: { location?: string; body?: string } = {}, hub = HUB) {
  const headers = new Map(fields.location === undefined ? [] : [['location', fields.location]]);
  return readHubAnswer(hub, { status, headers, body: fields.body ?? '' });
}

describe('readHubAnswer', () => {
  it.each([202, 200, 204])('takes %i for agreement', (status) => {
    expect(read(status)).toEqual({ kind: 'accepted' });
  });

  it.each([
    [307, false],
    [308, true],
  ])('follows a %i, permanent: %s', (status, isPermanent) => {
    expect(read(status, { location: '/there?x=1' })).toEqual({
      kind: 'moved',
      hub: 'https://hub.example/there?x=1',
      isPermanent,
    });
  });

  it('follows from HTTP to HTTPS and HTTP, but with the secret never from HTTPS to HTTP', () => {
    const http = 'http://hub.example/';
    expect(read(307, { location: 'https://b.example/' }, http)).toMatchObject({ hub: 'https://b.example/' });
    expect(read(307, { location: 'http://b.example/' }, http)).toMatchObject({ hub: 'http://b.example/' });
    expect(read(307, { location: 'http://b.example/' })).toMatchObject({ kind: 'refused' });
  });

  it.each([undefined, 'https://', 'javascript:alert(1)'])('does not follow to %s', (location) => {
    expect(read(308, location === undefined ? {} : { location })).toEqual({
      kind: 'refused',
      message: "The hub hub.example redirects (HTTP 308) to where we can't follow",
    });
  });

  it.each([400, 404, 410, 422, 500, 503])('gives the reason of a %i on one line', (status) => {
    expect(read(status, { body: ' Unknown\r\n\u001b[31mtopic\u202e \u0000' })).toEqual({
      kind: 'refused',
      message: `The hub hub.example did not take the request (HTTP ${status}): Unknown [31mtopic`,
    });
  });

  it('keeps a long reason short, and says so without one', () => {
    expect(read(400, { body: 'x'.repeat(5_000) })).toMatchObject({
      message: `The hub hub.example did not take the request (HTTP 400): ${'x'.repeat(200)}`,
    });
    expect(read(302, { location: 'https://b.example/' })).toEqual({
      kind: 'refused',
      message: 'The hub hub.example gave an answer that means nothing (HTTP 302)',
    });
  });
});
