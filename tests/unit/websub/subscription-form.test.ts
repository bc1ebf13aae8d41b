import { expect, it } from 'vitest';
import { subscriptionForm } from '../../../src/websub/subscription-form.js';

const REQUEST = {
  mode: 'subscribe',
  hub: 'https://hub.example/',
  topic: 'https://news.example/feed?a=b&c=d ü',
  callbackToken: 'token',
  secret: 'a secret',
  state: 'pending',
} as const;
const CALLBACK = 'https://watch.example/in/websub/token';

it('asks for a subscription, in a form and in UTF-8', () => {
  const body = subscriptionForm(REQUEST, CALLBACK);
  expect(body).toContain('%26c%3Dd+%C3%BC');
  expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
    'hub.mode': 'subscribe',
    'hub.topic': REQUEST.topic,
    'hub.callback': CALLBACK,
    'hub.lease_seconds': '864000',
    'hub.secret': 'a secret',
  });
});

it('asks for its end, which needs no secret', () => {
  const form = new URLSearchParams(subscriptionForm({ ...REQUEST, mode: 'unsubscribe' }, CALLBACK));
  expect(Object.fromEntries(form)).toEqual({
    'hub.mode': 'unsubscribe',
    'hub.topic': REQUEST.topic,
    'hub.callback': CALLBACK,
  });
});
