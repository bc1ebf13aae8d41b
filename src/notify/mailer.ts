import { createTransport } from 'nodemailer';
import { conceal } from './conceal.js';

/** A mail with its envelope. */
export interface OutgoingMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What its Message-ID is made of. */
  readonly id: string;
}

/** Why a mail was not taken. */
export interface MailFailure {
  readonly kind: 'failed';
  /** `answer`: the server said so. */
  readonly reason: 'network' | 'timeout' | 'dns' | 'tls' | 'login' | 'answer';
  /** Of the server's answer (RFC 5321, section 4.2), null when none came. */
  readonly status: number | null;
  /** One line, without secrets. */
  readonly words: string;
}

export type MailOutcome =
  | {
      readonly kind: 'taken';
      readonly answer: string;
      /** Recipients that the server refused while it took others, with its words. */
      readonly refused: readonly string[];
    }
  | MailFailure;

/** Hands mails to a mail server. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<MailOutcome>;
  close(): void;
}

/** Where mails are handed in. The server is the operator's choice: unlike channels, it may have a private address. */
export interface MailerOptions {
  /** `smtp://` or `smtps://`, with user name and password where they are needed. */
  readonly smtpUrl: string;
  /** `Name <address>` or an address. */
  readonly from: string;
}

/** Long enough for a server that looks us up, short enough that a dead one holds no worker. */
const CONNECT_TIMEOUT_MS = 10_000;
const SOCKET_TIMEOUT_MS = 30_000;
const MAX_WORDS_LENGTH = 300;

/** Opens no connection before the first mail; `close` it at the end. */
export function createMailer({ smtpUrl, from }: MailerOptions): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    // Contents are texts: a path or an address among them must never be opened.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = /@([^\s@<>]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ id, ...mail }) {
      try {
        const { response, rejectedErrors } = await transport.sendMail({
          from,
          ...mail,
          to: [...mail.to],
          messageId: `<${id}@${host}>`,
          // RFC 3834, section 5: nobody's holiday note should come back.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        const refused = (rejectedErrors ?? []).map((error) => wordsOf(error, smtpUrl));
        return { kind: 'taken', answer: oneLine(response), refused };
      } catch (error) {
        return describeFailure(error, smtpUrl);
      }
    },
    close: () => {
      transport.close();
    },
  };
}

/** By the codes of nodemailer (https://nodemailer.com/errors). @throws what is no failure of the transport: a bug */
function describeFailure(error: unknown, smtpUrl: string): MailFailure {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const responseCode = 'responseCode' in error ? error.responseCode : null;
  const status = typeof responseCode === 'number' ? responseCode : null;
  return {
    kind: 'failed',
    reason: reasonOf(String(error.code), status),
    status,
    words: wordsOf(error, smtpUrl),
  };
}

function reasonOf(code: string, status: number | null): MailFailure['reason'] {
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
    case 'EOAUTH2':
      return 'login';
    case 'ETIMEDOUT':
      return 'timeout';
    case 'EDNS':
      return 'dns';
    case 'ETLS':
    case 'EREQUIRETLS':
      return 'tls';
    default:
      return status === null ? 'network' : 'answer';
  }
}

function wordsOf(error: Error, smtpUrl: string): string {
  const words = oneLine(conceal(error.message, [smtpUrl]));
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function oneLine(text: string): string {
  return text
    .slice(0, MAX_WORDS_LENGTH)
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();
}
