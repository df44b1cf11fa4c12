import { parseArgs } from 'node:util';

import {
	EVENT_NAMES,
	startHiresSandbox,
	type EventName,
	type HiresSandboxOptions,
} from './hires/index.mts';

const USAGE = `Usage: node test/sandbox/start.mts [--port 8100] [--dialect openapi|article] [--events all|name,name]

  --port     port on 127.0.0.1, default 8100
  --dialect  which of 100Hires' two dialects of its webhook API to speak, default openapi
  --events   what an account with the dialect of the OpenAPI document pushes, default all:
             ${EVENT_NAMES.join(', ')}`;

function isEventName(name: string): name is EventName {
	return (EVENT_NAMES as readonly string[]).includes(name);
}

function optionsFrom(args: string[]): HiresSandboxOptions {
	const { values } = parseArgs({
		args,
		options: {
			port: { type: 'string', default: '8100' },
			dialect: { type: 'string', default: 'openapi' },
			events: { type: 'string', default: 'all' },
			help: { type: 'boolean', default: false },
		},
	});
	const { dialect, events, help } = values;
	const port = Number(values.port);
	const names = events.split(',');
	if (help) throw new Error(USAGE);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Error(`No port: ${values.port}`);
	if (dialect !== 'openapi' && dialect !== 'article')
		throw new Error(`Unknown dialect: ${dialect}`);
	if (events === 'all') return { port, dialect, pushedEvents: 'all' };
	const unknown = names.find((name) => !isEventName(name));
	if (unknown !== undefined) throw new Error(`Unknown event: ${unknown}`);
	return { port, dialect, pushedEvents: names.filter(isEventName) };
}

/** Starts the sandbox for people: local webhook URLs are taken, and retries come after seconds instead of hours. */
async function main(): Promise<void> {
	const sandbox = await startHiresSandbox({
		...optionsFrom(process.argv.slice(2)),
		apiKey: 'sandbox-key',
		allowLocalUrls: true,
		retryFactor: 0.01,
	});
	console.log(`100Hires sandbox (dialect: ${sandbox.dialect})
  Page      ${sandbox.pageUrl}
  Base URL  ${sandbox.baseUrl}
  API key   ${sandbox.apiKey}
Ctrl-C ends it.`);
	const stop = () => void sandbox.close().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
