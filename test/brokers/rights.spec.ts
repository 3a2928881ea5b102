import { expect } from '@playwright/test';
import { ADA_AT_BROKER, GC, GRACE_AT_BROKER, QUEUE, type TestBroker } from '../support/brokers/broker.ts';
import { test as withBrokers } from '../support/brokers/pair.ts';
import { StompClient, type Credentials } from '../support/brokers/stomp-client.ts';

interface Party {
  readonly ada: StompClient;
  readonly grace: StompClient;
  /** GC's login, as another client of it. */
  readonly gc: StompClient;
}

const test = withBrokers.extend<Party & { readonly broker: TestBroker }>({
  broker: async ({ pair: [first] }, use) => {
    await first.start();
    await use(first);
  },
  ada: async ({ broker }, use) => comeAndGo(broker, ADA_AT_BROKER, use),
  grace: async ({ broker }, use) => comeAndGo(broker, GRACE_AT_BROKER, use),
  gc: async ({ broker }, use) => comeAndGo(broker, GC, use),
});

async function comeAndGo(
  { stompPort }: TestBroker,
  who: Credentials,
  use: (client: StompClient) => Promise<void>,
): Promise<void> {
  const { client, answer } = await StompClient.open(stompPort, who);
  expect(answer.command).toBe('CONNECTED');
  await use(client);
  await client.close();
}

/** Asked for by 1001, whose own topics are `1001.…`. Some are spelled as one of the two brokers only would understand them. */
const NOT_TO_BE_READ = {
  "another agent's topic": '/topic/1002.secret',
  "another agent's topics, by a wildcard of ActiveMQ": '/topic/1002.>',
  "another agent's topics, by a wildcard of RabbitMQ": '/topic/1002.#',
  'every topic of ActiveMQ': '/topic/>',
  'every topic of RabbitMQ': '/topic/#',
  'the own topic and another in one': '/topic/1001.mine,/topic/1002.secret',
  'the own topic and another in one, as ActiveMQ writes it': '/topic/1001.mine,topic://1002.secret',
  'what GCs tell each other': '/topic/ConnectorSync',
  'who connects, as ActiveMQ tells': '/topic/ActiveMQ.Advisory.Connection',
  'who listens where, as ActiveMQ tells': '/topic/ActiveMQ.Advisory.Consumer.Topic.>',
  'everything that ActiveMQ tells': '/topic/ActiveMQ.Advisory.>',
  "RabbitMQ's log": '/exchange/amq.rabbitmq.log/#',
  'what RabbitMQ traces': '/exchange/amq.rabbitmq.trace/#',
  "another agent's topic, by RabbitMQ's exchange": '/exchange/amq.topic/1002.secret',
  'every topic, by its exchange': '/exchange/amq.topic/#',
  'the way to GC’s queue': '/exchange/gc/Connector1',
  "GC's queue": `/queue/${QUEUE}`,
  "GC's queue as RabbitMQ has it": `/amq/queue/${QUEUE}`,
  'every queue': '/queue/>',
  'a queue of one’s own': '/queue/mine',
  'a virtual topic’s queue': '/queue/Consumer.ada.VirtualTopic.1002',
  'commands that have expired': '/queue/ActiveMQ.DLQ',
  'commands that have expired, at RabbitMQ': '/amq/queue/expired',
  'a temporary queue': '/temp-queue/mine',
  'a temporary topic': '/temp-topic/mine',
} as const;

for (const [what, destination] of Object.entries(NOT_TO_BE_READ)) {
  test(`an agent may not read ${what}`, async ({ ada }) => {
    const answer = await ada.ask('SUBSCRIBE', { id: '0', destination });
    expect(answer.command).toBe('ERROR');
  });
}

const NOT_TO_BE_WRITTEN = {
  "another agent's topic: events would be forged": '/topic/1002.secret',
  'the own topic': '/topic/1001.mine',
  'several topics': '/topic/1002.>',
  'what GCs tell each other': '/topic/ConnectorSync',
  'what ActiveMQ tells': '/topic/ActiveMQ.Advisory.Connection',
  "another agent's topic, by RabbitMQ's exchange": '/exchange/amq.topic/1002.secret',
  'any queue, by RabbitMQ’s default exchange': `/amq/queue/${QUEUE}`,
  'another queue': '/queue/other',
  'the queue and a topic in one': `/queue/${QUEUE},topic://1002.secret`,
  'a temporary queue': '/temp-queue/mine',
} as const;

for (const [what, destination] of Object.entries(NOT_TO_BE_WRITTEN)) {
  test(`an agent may not write to ${what}`, async ({ ada }) => {
    const answer = await ada.ask('SEND', { destination }, '{"type":"State"}');
    expect(answer.command).toBe('ERROR');
  });
}

test('GC’s queue may not be looked through either', async ({ ada }) => {
  const answer = await ada.ask('SUBSCRIBE', { id: '0', destination: `/queue/${QUEUE}`, browser: 'true' });
  expect(answer.command).toBe('ERROR');
});

/** The answer to who wants in: ERROR, or `closed` where ActiveMQ resets the connection before its ERROR is read. */
const answerTo = (port: number, login: string, passcode: string): Promise<string> =>
  StompClient.open(port, { login, passcode }).then(
    ({ answer }) => answer.command,
    (error: unknown) => {
      if (error instanceof Error && error.message.includes('closed the connection')) return 'closed';
      throw error;
    },
  );

test('nobody comes in without a login, or with a wrong passcode', async ({ broker }) => {
  for (const [login, passcode] of [
    ['1001', ''],
    ['1001', 'wrong'],
    ['', ''],
  ] as const)
    expect(await answerTo(broker.stompPort, login, passcode)).toMatch(/^(?:ERROR|closed)$/);
});

test('an agent reads the own topic and writes to the queue', async ({ ada, gc, broker }) => {
  const { queuePrefix } = broker;
  expect(await ada.ask('SUBSCRIBE', { id: '0', destination: '/topic/1001.mine' })).toMatchObject({
    command: 'RECEIPT',
  });
  await gc.ask('SUBSCRIBE', { id: '0', destination: queuePrefix.gc + QUEUE });
  const sent = await ada.ask('SEND', { destination: queuePrefix.agent + QUEUE, type: 'Hello#1001.mine' });
  expect(sent.command).toBe('RECEIPT');
  await gc.next(({ headers }) => headers.get('type') === 'Hello#1001.mine');
  await gc.ask('SEND', { destination: '/topic/1001.mine' }, 'for Ada');
  expect((await ada.next(({ command }) => command === 'MESSAGE')).body).toBe('for Ada');
});

/** ActiveMQ takes these, since the own topics are among them. What it delivers is checked topic by topic. */
for (const wildcard of ['*.>', '*.*', '*.secret', '*']) {
  test(`the wildcard ${wildcard} brings nothing of others, and keeps nothing from them`, async ({
    ada,
    grace,
    gc,
  }) => {
    const here = `end-${wildcard.length}`;
    await grace.ask('SUBSCRIBE', { id: 'secret', destination: '/topic/1002.secret' });
    const answer = await ada.ask('SUBSCRIBE', { id: 'wild', destination: `/topic/${wildcard}` });
    await grace.ask('SUBSCRIBE', { id: 'later', destination: `/topic/1002.later-${here}` });
    const own = answer.command === 'ERROR' ? undefined : ada;
    await own?.ask('SUBSCRIBE', { id: 'own', destination: `/topic/1001.${here}` });
    for (const topic of ['1002.secret', `1002.later-${here}`, 'ConnectorSync', `1001.${here}`]) {
      await gc.ask('SEND', { destination: `/topic/${topic}` }, topic);
    }
    for (const id of ['secret', 'later']) {
      await grace.next(({ headers }) => headers.get('subscription') === id);
    }
    if (!own) return;
    await own.next(({ headers }) => headers.get('subscription') === 'own');
    const heard = own.unread().map(({ body }) => body);
    expect(heard.filter((topic) => !topic.startsWith('1001.'))).toEqual([]);
  });
}

test('GC does not ask who sends: an agent’s login can send a command in another’s name', async ({
  ada,
  gc,
  broker,
}) => {
  await gc.ask('SUBSCRIBE', { id: '0', destination: broker.queuePrefix.gc + QUEUE });
  await ada.ask('SEND', { destination: broker.queuePrefix.agent + QUEUE, type: 'Beat#1002.secret' });
  const taken = await gc.next(({ headers }) => headers.get('type') === 'Beat#1002.secret');
  expect(taken.command).toBe('MESSAGE');
});
