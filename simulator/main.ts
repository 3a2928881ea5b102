/** The simulator on the command line: `tsx simulator/main.ts --port 61614 --scenario demo`. */
import { readOptions, usage } from './command-line.ts';
import { createSimulator } from './simulator.ts';

try {
  const simulator = await createSimulator(readOptions(process.argv.slice(2)));
  console.log(
    'A stand-in for the Generic Connector, for demo and tests only: it keeps nothing and guards nothing.',
  );
  if (simulator.url === '') {
    const { attached } = simulator.control.snapshot();
    console.log(`  attached as GC to the broker at ${attached?.broker ?? ''}; nobody can connect here`);
  } else {
    console.log(`  broker, STOMP 1.2 (subprotocol v12.stomp) or plain socket:  ${simulator.url}`);
    console.log(
      `  control:  POST ${simulator.httpUrl}/control  (GET describes it; GET ${simulator.httpUrl}/state)`,
    );
  }
  console.log('  sign in as 1001 (Ada Lovelace), password secret, extension 2001');
  const stop = (): void => void simulator.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 1;
}
