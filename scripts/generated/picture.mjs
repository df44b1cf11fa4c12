import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config, { FLOORS } from '../../.dependency-cruiser.mjs';
import { root } from '../paths.mjs';
import { pageWith } from './pages.mjs';

const ROOM = /^nodes\/HundredHires\/(?:([^/]+)\/|.*\.node\.ts$)/;

/** The room of a file; nodes share one. Nothing for what is not ours. */
function roomOf(path) {
	const found = ROOM.exec(path);
	return found ? (found[1] ?? 'nodes') : undefined;
}

/** Which room imports which, as dependency-cruiser finds it, in the order of the floors. */
async function arrows() {
	const tsConfig = extractTsConfig(join(root, 'tsconfig.json'));
	const { doNotFollow, tsPreCompilationDeps } = config.options;
	const options = { baseDir: root, doNotFollow, tsPreCompilationDeps };
	const { output } = await cruise(['nodes'], options, undefined, { tsConfig });
	const found = output.modules.flatMap(({ source, dependencies }) =>
		dependencies.map(({ resolved }) => [roomOf(source), roomOf(resolved)]),
	);
	const between = found.filter(([from, to]) => from && to && from !== to);
	return new Set(between.map((pair) => pair.join(' --> ')));
}

/**
 * docs/architecture.md with the picture of rooms and what they import.
 *
 * @returns {Promise<Map<string, string>>} its text by its path
 */
export async function pictureOutputs() {
	const rooms = [['nodes'], ...FLOORS.slice(1)].flat();
	const drawn = await arrows();
	const lines = rooms.flatMap((from) =>
		rooms.map((to) => `${from} --> ${to}`).filter((arrow) => drawn.has(arrow)),
	);
	const named = rooms.map((room) => `${room}["${room === 'nodes' ? '*.node.ts' : `${room}/`}"]`);
	const picture = [
		'```mermaid',
		'flowchart TB',
		...[...named, ...lines].map((line) => `  ${line}`),
		'```',
	];
	const path = join(root, 'docs/architecture.md');
	return new Map([await pageWith(path, { 'npm run generate: rooms': picture.join('\n') })]);
}
