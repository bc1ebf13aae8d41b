import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: Email;
}

/** A mail server on this machine. */
export interface MailServer {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  /** Answers to `RCPT TO` and to the mail itself, such as "550 no such user"; null: taken. */
  refuse(refusals: { recipient?: (address: string) => string | null; mail?: () => string | null }): void;
  close(): Promise<void>;
}

const USER = 'wirewatch';
export const MAIL_PASSWORD = 'pa55w0rd';

/** Starts a mail server that takes everything from whoever logs in. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let refusals: Parameters<MailServer['refuse']>[0] = {};
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ username, password }, _, done) {
      const isKnown = username === USER && password === MAIL_PASSWORD;
      if (isKnown) done(null, { user: USER });
      else done(errorOf('535 wrong password'));
    },
    onRcptTo({ address }, _, done) {
      done(errorOf(refusals.recipient?.(address) ?? null));
    },
    onData(stream, session, done) {
      void buffer(stream).then(async (bytes) => {
        const refusal = refusals.mail?.() ?? null;
        const { mailFrom, rcptTo } = session.envelope;
        if (refusal === null) {
          received.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            raw: bytes.toString(),
            mail: await PostalMime.parse(bytes),
          });
        }
        done(errorOf(refusal));
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    refuse: (now) => (refusals = now),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** "550 no such user" → an error with that answer. */
function errorOf(answer: string | null): Error | null {
  if (answer === null) return null;
  const error = new Error(answer.slice(4));
  return Object.assign(error, { responseCode: Number(answer.slice(0, 3)) });
}
