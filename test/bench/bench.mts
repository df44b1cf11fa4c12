/**
 * Runs benchmarks and prints what they found as Markdown.
 * Usage: npm run bench [name ...] [-- --rounds 6 --deliveries 100 --remembered 0,1000,10000 --write]
 * Without a name it runs all; with --write it puts what they found into docs/performance.md.
 * A run that only shows that it works: npm run bench trigger -- --rounds 1 --deliveries 10 --remembered 0,100
 */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import prettier from 'prettier';
import { root } from '../harness/paths.mts';
import type { Benchmark, Settings } from './benchmark.mts';
import { intoPage } from '../../scripts/generated/pages.mjs';
import { acknowledge } from './acknowledge.mts';
import { batches } from './batches.mts';
import { listing } from './listing.mts';
import { loading } from './loading.mts';
import { trigger } from './trigger.mts';

const BENCHMARKS: readonly Benchmark[] = [trigger, acknowledge, listing, batches, loading];
const PAGE = join(root, 'docs', 'performance.md');

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		rounds: { type: 'string', default: '6' },
		deliveries: { type: 'string', default: '100' },
		remembered: { type: 'string', default: '0,1000,10000' },
		write: { type: 'boolean', default: false },
	},
});

function whole(name: string, text: string): number {
	const value = Number(text);
	if (Number.isInteger(value) && value >= 0) return value;
	throw new Error(`--${name} takes whole numbers, not "${text}".`);
}

function chosen(): readonly Benchmark[] {
	const known = new Map(BENCHMARKS.map((each) => [each.name, each]));
	const unknown = positionals.find((name) => !known.has(name));
	if (unknown)
		throw new Error(`There is no "${unknown}". There are: ${[...known.keys()].join(', ')}.`);
	return BENCHMARKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
}

/** What anybody needs to know who wants to set the figures against others. */
function circumstances(name: string, load: number): string {
	const [{ model }] = cpus();
	const options = `--rounds ${values.rounds} --deliveries ${values.deliveries} --remembered ${values.remembered}`;
	const day = new Date().toISOString().slice(0, 10);
	return `\`npm run bench ${name} -- ${options}\` on ${day}: ${cpus().length} × ${model.trim()}, Node ${process.versions.node}, ${load.toFixed(1)} processes busy in the minute before it began.`;
}

async function write(name: string, found: string): Promise<void> {
	const page = intoPage(await readFile(PAGE, 'utf8'), `npm run bench ${name}`, found);
	const options = await prettier.resolveConfig(PAGE);
	await writeFile(PAGE, await prettier.format(page, { ...options, filepath: PAGE }));
}

const endings: Array<() => Promise<unknown>> = [];
const interrupted = new Promise<NodeJS.Signals>((resolve) => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
});

/** Ends what was begun; what is gone already, as after a crash, keeps nothing else from being ended. */
async function end(): Promise<void> {
	for (const ending of endings.splice(0))
		await ending().catch((error: unknown) => console.error(String(error)));
}

async function runAll(): Promise<void> {
	const settings: Settings = {
		rounds: whole('rounds', values.rounds),
		deliveries: whole('deliveries', values.deliveries),
		remembered: values.remembered
			.split(',')
			.map((each) => whole('remembered', each))
			.sort((a, b) => a - b),
		tell: (line) => process.stderr.write(`bench: ${line}\n`),
		atEnd: (ending) => void endings.unshift(ending),
	};
	for (const { name, run } of chosen()) {
		const [load] = loadavg();
		const found = `${circumstances(name, load)}\n\n${await run(settings)}`;
		console.log(found);
		if (values.write) await write(name, found);
		await end();
	}
}

let status = 0;
try {
	const signal = await Promise.race([runAll(), interrupted]);
	if (signal) {
		console.error(`bench: ended by ${signal}`);
		status = 130;
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	status = 1;
} finally {
	await end();
}
process.exit(status);
