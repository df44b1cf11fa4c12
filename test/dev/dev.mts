/**
 * Shows changes of the sources in a running n8n as soon as they are saved: n8n with the package, the stand-in of 100Hires, and a
 * credential for it. n8n keeps its data in `.local/dev` between starts.
 * Usage: node test/dev/dev.mts [--port 5678] [--sandbox-port 8100] [--folder .local/dev] [--sources .]
 * Needs n8n and the packed package: `npm run dev` sees to both. Ctrl-C ends it.
 */
import { mkdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { updatePackage } from '../../scripts/bundle.mjs';
import { installPackage } from '../harness/environment.mts';
import { hiresCredential } from '../harness/example.mts';
import { localize, startN8n, type N8n } from '../harness/n8n.mts';
import { packedPackage, root } from '../harness/paths.mts';
import { until } from '../harness/until.mts';
import { startHiresSandbox } from '../sandbox/hires/index.mts';

/** Editors save in several steps. */
const SETTLE_MS = 50;

/** How long n8n may take to notice a file, and how often one is written before giving up. */
const RELOAD_WAIT_MS = 2_000;
const RELOAD_ATTEMPTS = 30;

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '5678' },
		'sandbox-port': { type: 'string', default: '8100' },
		folder: { type: 'string', default: '.local/dev' },
		sources: { type: 'string', default: '.' },
	},
});
const userFolder = resolve(root, values.folder);
const sources = resolve(root, values.sources);
const installed = join(userFolder, '.n8n/nodes/node_modules/n8n-nodes-100hires');
const endings: Array<() => unknown> = [];

const interrupted = new Promise<void>((done) => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => done());
});

async function ensureCredential(n8n: N8n, sandbox: { apiKey: string; baseUrl: string }) {
	const { data } = await n8n.request('GET', '/rest/credentials');
	const stored = Array.isArray(data) ? data : [];
	if (!stored.some(({ type }) => type === 'hundredHiresApi')) await hiresCredential(n8n, sandbox);
}

async function update(file: string): Promise<void> {
	const started = Date.now();
	try {
		await updatePackage(installed, sources);
		console.log(`${file}: written in ${Date.now() - started} ms; reload the editor to see it`);
	} catch {
		console.log(`${file}: not written, see above`);
	}
}

/** One update at a time; what is saved meanwhile is in the next. */
function watchSources(): void {
	let timer: NodeJS.Timeout | undefined;
	let updating = Promise.resolve();
	for (const folder of ['nodes', 'credentials']) {
		const watcher = watch(join(sources, folder), { recursive: true }, (_event, file) => {
			if (!file || !/\.(ts|json)$/.test(file) || file.includes('__schema__')) return;
			clearTimeout(timer);
			timer = setTimeout(() => (updating = updating.then(() => update(file))), SETTLE_MS);
		});
		endings.unshift(() => watcher.close());
	}
}

/** n8n begins to watch the package some seconds after it is ready: until then, a file is written for it to notice. */
async function waitForReload(n8n: N8n): Promise<void> {
	const isReloaded = () => n8n.output().includes('Hot reload triggered') || undefined;
	for (let attempt = 1; attempt <= RELOAD_ATTEMPTS; attempt++) {
		writeFileSync(join(installed, 'dist', 'attempt.txt'), String(attempt));
		const reloaded = until('n8n to reload the package', isReloaded, RELOAD_WAIT_MS);
		if (await reloaded.catch(() => false)) return;
	}
	throw new Error('n8n does not notice changes of its packages.');
}

async function develop(): Promise<void> {
	mkdirSync(userFolder, { recursive: true });
	rmSync(installed, { recursive: true, force: true });
	// Before n8n starts: it begins to watch the package some time after it is ready.
	installPackage(packedPackage, userFolder);
	await updatePackage(installed, sources);
	const n8n = await startN8n({
		ui: true,
		userFolder,
		packageDir: '',
		...(values.port === '0' ? {} : { port: Number(values.port) }),
		env: { N8N_DEV_RELOAD: 'true' },
	});
	endings.unshift(n8n.stop);
	const sandbox = await startHiresSandbox({
		dialect: 'article',
		port: Number(values['sandbox-port']),
		apiKey: 'sandbox-key',
		rewriteUrl: localize(n8n),
		retryFactor: 0.01,
	});
	endings.unshift(async () => await sandbox.close());
	await ensureCredential(n8n, sandbox);
	await waitForReload(n8n);
	watchSources();
	const { email, password } = n8n.login;
	console.log(`
  n8n                     ${n8n.url}
  its login               ${email}   ${password}
  100Hires (stand-in)     ${sandbox.pageUrl}

Watching nodes/ and credentials/. Ctrl-C ends it; n8n keeps its data in ${values.folder}.`);
	await interrupted;
}

let status = 0;
try {
	await Promise.race([develop(), interrupted]);
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	status = 1;
} finally {
	for (const ending of endings) await ending();
}
process.exit(status);
