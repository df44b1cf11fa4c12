import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../harness/environment.mts';
import { itemsOf, startN8n, type N8n } from '../harness/n8n.mts';
import { packedPackage } from '../harness/paths.mts';
import { startInternet, type Internet } from '../sandbox/internet/index.mts';
import { npmRegistry, type Manifest, type Registry } from '../sandbox/npm/index.mts';
import { connect, flow, type Setup } from './helpers/setup.mts';

jest.setTimeout(180_000);

const NAME = 'n8n-nodes-100hires';
const NODES = ['hundredHires', 'hundredHiresPollingTrigger', 'hundredHiresTrigger'].map(
	(name) => `${NAME}.${name}`,
);
const LABEL = 'New Application Submitted';
const PACKAGES = '/rest/community-packages';

interface Type {
	name: string;
	iconUrl?: { light: string; dark: string };
}

const manifestIn = (folder: string): Manifest =>
	JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** A later version of the package: the number, and a word that only its code has, in the file that all nodes share. */
function nextVersion(): { manifest: Manifest; tarball: Buffer } {
	const folder = temporaryFolder();
	try {
		cpSync(packedPackage, join(folder, 'package'), { recursive: true });
		const [major, minor, patch] = manifestIn(packedPackage).version.split('.').map(Number);
		const manifest = {
			...manifestIn(packedPackage),
			version: [major, minor, patch + 1].join('.'),
		};
		writeFileSync(join(folder, 'package', 'package.json'), JSON.stringify(manifest));
		const shared = join(folder, 'package', 'dist/nodes/HundredHires/shared.js');
		const code = readFileSync(shared, 'utf8');
		expect(code.split(LABEL)).toHaveLength(2);
		writeFileSync(shared, code.replace(LABEL, `${LABEL}, next version`));
		return { manifest, tarball: execFileSync('tar', ['-czC', folder, 'package']) };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

describe('installed, updated and removed as users do it in the settings of n8n', () => {
	let registry: Registry;
	let internet: Internet;
	let n8n: N8n;
	let setup: Setup;
	let workflowId: string;

	beforeAll(async () => {
		registry = npmRegistry();
		const manifest = manifestIn(packedPackage);
		const packed = join(dirname(packedPackage), `${NAME}-${manifest.version}.tgz`);
		registry.publish(manifest, readFileSync(packed));
		internet = await startInternet([registry]);
		n8n = await startN8n({ packageDir: '', ui: true, env: internet.env });
	});
	afterAll(async () => {
		await setup?.sandbox.close();
		await n8n?.remove();
		await internet?.close();
	});

	const types = async (list: 'nodes' | 'credentials'): Promise<Type[]> =>
		(await n8n.request('GET', `/types/${list}.json`)).data as Type[];
	const ours = async () => (await types('nodes')).filter(({ name }) => name.startsWith(NAME));
	const ran = async (count: number) => await n8n.waitForExecutions(workflowId, count);

	it('is not there before', async () => {
		expect(await ours()).toEqual([]);
		expect(await n8n.request('GET', PACKAGES)).toEqual({ status: 200, data: [] });
	});

	it('brings its three nodes, its credential and their icons', async () => {
		expect(await n8n.request('POST', PACKAGES, { name: NAME })).toMatchObject({
			status: 200,
			data: {
				packageName: NAME,
				installedVersion: manifestIn(packedPackage).version,
				installedNodes: expect.arrayContaining(
					NODES.map((type) => expect.objectContaining({ type })),
				),
			},
		});
		const nodes = await ours();
		expect(nodes.map(({ name }) => name).sort()).toEqual([...NODES, `${NODES[0]}Tool`].sort());
		const credential = (await types('credentials')).find(({ name }) => name === 'hundredHiresApi');
		for (const type of [credential, ...nodes]) {
			for (const url of [type?.iconUrl?.light, type?.iconUrl?.dark]) {
				expect(url).toMatch(/\.svg$/);
				const icon = await n8n.request('GET', `/${url}`);
				expect([icon.status, icon.data]).toEqual([200, expect.stringContaining('<svg')]);
			}
		}
	});

	it('works without a restart', async () => {
		setup = await connect(n8n, 'article');
		workflowId = await n8n.createWorkflow(
			flow(setup.credentialId, { events: ['*'], scope: 'company' }),
		);
		await n8n.activate(workflowId);
		setup.sandbox.world.createCandidate({
			firstName: 'Ada',
			lastName: 'Byron',
			email: 'ada@example.com',
		});
		const [execution] = await ran(1);
		expect(itemsOf(execution, 'Flow')).toMatchObject([{ event: 'candidate.created' }]);
	});

	it('goes on running when it is updated, with the code of the new version', async () => {
		const next = nextVersion();
		registry.publish(next.manifest, next.tarball);
		expect((await n8n.request('GET', PACKAGES)).data).toMatchObject([
			{ packageName: NAME, updateAvailable: next.manifest.version },
		]);
		const { sandbox } = setup;
		const webhooks = sandbox.webhooks.all();
		expect(await n8n.request('PATCH', PACKAGES, { name: NAME })).toMatchObject({
			status: 200,
			data: { installedVersion: next.manifest.version },
		});
		expect(JSON.stringify(await ours())).toContain(`${LABEL}, next version`);
		expect(sandbox.webhooks.all()).toEqual(webhooks);

		sandbox.world.createCandidate({
			firstName: 'Cy',
			lastName: 'Next',
			email: 'cy@example.com',
		});
		const executions = await ran(2);
		expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
		expect(itemsOf(executions[1], 'Flow')).toMatchObject([{ email: 'cy@example.com' }]);

		// What ran before the update is still known.
		const [first] = sandbox.deliveries.all();
		expect((await sandbox.deliveries.send(first.id)).status).toBe(200);
		const after = await n8n.waitForExecutions(workflowId, 2);
		expect(after.slice(2).flatMap((execution) => itemsOf(execution, 'Flow'))).toEqual([]);
		await n8n.deactivate(workflowId);
		expect(sandbox.webhooks.all()).toEqual([]);
		await n8n.activate(workflowId);
		expect(sandbox.webhooks.all()).toHaveLength(1);
	});

	it('leaves nothing behind when it is removed', async () => {
		await n8n.deleteWorkflow(workflowId);
		expect(setup.sandbox.webhooks.all()).toEqual([]);
		expect(await n8n.request('DELETE', `${PACKAGES}?name=${NAME}`)).toMatchObject({ status: 200 });
		expect(await ours()).toEqual([]);
		expect((await types('credentials')).map(({ name }) => name)).not.toContain('hundredHiresApi');
		expect(existsSync(join(n8n.userFolder, '.n8n/nodes/node_modules', NAME))).toBe(false);
	});
});
