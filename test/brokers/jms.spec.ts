import { fileURLToPath } from 'node:url';
import { ACTIVEMQ_JARS } from '../support/brokers/activemq.ts';
import { GC, QUEUE } from '../support/brokers/broker.ts';
import { ADA, expect, test } from '../support/brokers/desk.ts';
import { start } from '../support/brokers/process.ts';

const PROGRAM = fileURLToPath(new URL('../support/brokers/JmsGc.java', import.meta.url));

interface Message {
  readonly kind: string;
  readonly type: string;
  readonly body: string;
  /** The moment, ms. */
  readonly expires: number;
  readonly persistent: boolean;
}

test('GC reads commands through JMS as TextMessages with a JMSType, and its TextMessage is heard', async ({
  phone,
  broker,
}) => {
  const { openWireUrl = '' } = broker;
  const args = ['-cp', ACTIVEMQ_JARS, PROGRAM, openWireUrl, GC.login, GC.passcode, QUEUE];
  const program = await start('java', args, {}, /^ready$/);
  const messages = (): Message[] =>
    program.output
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Message)
      .filter(({ type }) => !type.startsWith('Beat#'));
  try {
    const from = Date.now();
    // Connect and Login are sent only because GC's System, a TextMessage, was heard.
    await phone.submit();
    await expect.poll(() => messages().length).toBeGreaterThanOrEqual(3);
    const [hello, connect, login] = messages();
    const destination = hello?.type.replace(/^Hello#/, '') ?? '';
    expect(destination).toMatch(/^1001\.[\da-f]{32}$/);
    expect(hello).toMatchObject({ kind: 'TextMessage', body: '' });
    expect(connect).toMatchObject({
      kind: 'TextMessage',
      type: 'Connect#1001',
      body: `${destination},${ADA.password}`,
    });
    expect(login).toMatchObject({
      kind: 'TextMessage',
      type: 'Login#1001',
      body: `${ADA.password},${ADA.extension}`,
    });
    for (const { expires, persistent } of messages()) {
      expect(persistent).toBe(false);
      expect(expires).toBeGreaterThanOrEqual(from + 10_000);
      expect(expires).toBeLessThanOrEqual(Date.now() + 10_000);
    }
  } finally {
    await program.stop();
  }
});
