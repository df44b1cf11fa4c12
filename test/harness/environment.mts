import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { n8nNode, n8nProgram } from './paths.mts';

/** Ports that nothing listens on; all different, because they are held until the last is found. */
export async function freePorts(count: number): Promise<number[]> {
	const servers = Array.from({ length: count }, () => createServer());
	const ports = await Promise.all(
		servers.map(
			async (server) =>
				await new Promise<number>((resolve, reject) => {
					server.once('error', reject);
					server.listen(0, '127.0.0.1', () => {
						const address = server.address();
						if (address && typeof address === 'object') resolve(address.port);
					});
				}),
		),
	);
	await Promise.all(
		servers.map(async (server) => await new Promise((resolve) => server.close(resolve))),
	);
	return ports;
}

export function temporaryFolder(): string {
	return mkdtempSync(join(tmpdir(), 'n8n-100hires-'));
}

/**
 * Puts an unpacked npm package where n8n keeps the community packages that its users install.
 * n8n scans the folder when it starts, and types are called `n8n-nodes-100hires.<name>` as in production.
 */
export function installPackage(packageDir: string, userFolder: string): void {
	const target = join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-100hires');
	mkdirSync(dirname(target), { recursive: true });
	cpSync(packageDir, target, { recursive: true });
}

export interface Place {
	port: number;
	brokerPort: number;
	userFolder: string;
	webhookUrl: string;
	ui: boolean;
}

/** Whether this n8n has a module: it does not start when it is told to do without one that it does not know. */
const hasModule = (name: string) =>
	existsSync(join(n8nProgram(), '..', '..', 'dist', 'modules', name));

/**
 * The whole environment of the n8n process. Nothing of ours leaks in but PATH: npm's and jest's variables change what n8n does.
 * Everything that would call out to the internet is off.
 */
export function environment(place: Place, extra: Record<string, string>): Record<string, string> {
	return {
		PATH: `${dirname(n8nNode())}:${process.env.PATH ?? ''}`,
		HOME: place.userFolder,
		NODE_ENV: 'production',
		NO_COLOR: '1',
		DB_TYPE: 'sqlite',
		N8N_USER_FOLDER: place.userFolder,
		N8N_ENCRYPTION_KEY: 'a key for tests only',
		N8N_PORT: String(place.port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_WEBHOOK_URL: place.webhookUrl,
		// Its name before n8n 2.30.
		WEBHOOK_URL: place.webhookUrl,
		N8N_RUNNERS_BROKER_PORT: String(place.brokerPort),
		N8N_DISABLE_UI: String(!place.ui),
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		...(hasModule('mcp-registry') && { N8N_DISABLED_MODULES: 'mcp-registry' }),
		...extra,
	};
}
