import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { fromSource } from '../source.mjs';

const { selectEvents } = fromSource('events/index.ts');
const { sampleEvent } = fromSource('events/samples.ts');

const TRIGGERS = [
	'n8n-nodes-100hires.hundredHiresTrigger',
	'n8n-nodes-100hires.hundredHiresPollingTrigger',
];

/** A sample of each event that a trigger is set to, pinned to it, so that a flow can be tried before anything has happened. */
function withSamples(example) {
	const triggers = example.nodes.filter(({ type }) => TRIGGERS.includes(type));
	const pinned = triggers.map(({ name, parameters }) => [
		name,
		selectEvents(parameters.events).map((event) => ({ json: sampleEvent(event) })),
	]);
	return { ...example, pinData: { ...example.pinData, ...Object.fromEntries(pinned) } };
}

/**
 * The flows of `examples/` with current samples pinned to their triggers; the rest of them is written by hand.
 *
 * @returns {Promise<Map<string, string>>} contents by path
 */
export async function exampleOutputs() {
	const folder = join(root, 'examples');
	const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
	const outputs = files.map(async (file) => {
		const path = join(folder, file);
		return [path, JSON.stringify(withSamples(JSON.parse(await readFile(path, 'utf8'))))];
	});
	return new Map(await Promise.all(outputs));
}
