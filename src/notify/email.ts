import { PermanentError, TransientError, type ErrorCode } from '../errors.js';
import type { DeliveryToSend } from '../model/alert.js';
import type { SendReceipt } from '../model/delivery.js';
import type { Mailer, MailFailure } from './mailer.js';

/** What a mail says. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Sends alerts by mail. Every try has the same Message-ID, so that mail programs show a repeat once.
 *
 * @param mailer - null when no mail server is configured
 * @param to - the recipients
 * @throws TransientError for what may heal, wrong passwords among it, or PermanentError when the server refuses
 */
export async function sendEmail(
  mailer: Mailer | null,
  to: readonly string[],
  delivery: Pick<DeliveryToSend, 'key' | 'createdAt'>,
  content: MailContent,
): Promise<SendReceipt> {
  if (mailer === null) {
    throw new TransientError(
      'mail_unconfigured',
      'No mail server is known: set WIREWATCH_SMTP_URL and WIREWATCH_MAIL_FROM for the workers. It is tried again by itself.',
    );
  }
  const outcome = await mailer.send({ ...content, to, id: delivery.key });
  if (outcome.kind === 'failed') throw explainFailure(outcome);
  const { refused, answer } = outcome;
  const remark = refused.length === 0 ? null : `The mail server refused ${refused.join('; ')}`;
  return { answer: `answered ${answer}`, remark };
}

function explainFailure(failure: MailFailure): TransientError | PermanentError {
  const { reason, status, words } = failure;
  const retried = `${words} It is tried again by itself.`;
  if (reason === 'login') {
    return new TransientError(
      'mail_login',
      `The mail server refused our login. Check WIREWATCH_SMTP_URL. ${retried}`,
    );
  }
  if (reason !== 'answer')
    return new TransientError(CODES[reason], `The mail server can't be reached: ${retried}`);
  if (status !== null && status >= 500) {
    return new PermanentError(
      'delivery_refused',
      `The mail server refused the mail: ${words} Check the recipients and WIREWATCH_MAIL_FROM, then put the message back in line with \`wirewatch alerts retry\`.`,
    );
  }
  return new TransientError('mail_deferred', `The mail server put us off: ${retried}`);
}

const CODES: Readonly<Record<'network' | 'timeout' | 'dns' | 'tls', ErrorCode>> = {
  network: 'network',
  timeout: 'timeout',
  dns: 'dns',
  tls: 'tls',
};
