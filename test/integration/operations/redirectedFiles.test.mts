/** Files that the API redirects to where they are kept, addresses that are none of a file, and downloads that are refused. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../../harness/until.mts';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

describe('a file that 100Hires keeps elsewhere', () => {
	/** A storage that answers these statuses in turn, the last one for ever, and notes the keys that it is shown. */
	async function startStorage(...statuses: number[]) {
		const keys: unknown[] = [];
		const server = createServer((request, response) => {
			keys.push(request.headers.authorization ?? null);
			const status = statuses.length > 1 ? statuses.shift()! : statuses[0];
			const location = status === 302 ? { location: '/again' } : {};
			response.writeHead(status, { 'content-type': 'application/pdf', ...location });
			response.end('Ten years of Rust');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
		const close = async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		};
		return { url, keys, close };
	}

	test.each([
		['comes', [200], 1, null],
		['is fetched again after a failure of the storage', [503, 200], 2, null],
		['is fetched through redirects', [302, 302, 200], 3, null],
		['is not followed without end', [302], 3, /redirected more than 3 times/],
		[
			'that is refused there is told so',
			[403],
			1,
			/where 100Hires keeps it, refused it \(HTTP 403\)/,
		],
	])('%s, without the key', async (_name, statuses, requests, refusal) => {
		const storage = await startStorage(...statuses);
		try {
			sandbox.faults.always({ redirectTo: storage.url }, ({ path }) => /^.files/.test(path));
			const fileUrl = `${sandbox.baseUrl}/files/1/download`;
			const fetching = run('attachment', 'download', { fileUrl });
			if (refusal) await expect(fetching).rejects.toThrow(refusal);
			else expect((await fetching)[0].binary!.data).toMatchObject({ fileExtension: 'pdf' });
			expect(storage.keys).toEqual(Array(requests).fill(null));
		} finally {
			await storage.close();
		}
	});

	test.each(['candidates', 'attachments/..%2fcandidates', 'files%2f1', 'users?x=/files/1'])(
		'the key fetches no %s',
		async (path) => {
			const fileUrl = `${sandbox.baseUrl}/${path}`;
			await expect(run('attachment', 'download', { fileUrl })).rejects.toThrow(
				'This is not the address of a file',
			);
			expect(sandbox.requests.all()).toEqual([]);
		},
	);
});

test.each([
	['refused', 404, {}],
	['of a page in place of a file', 200, { 'content-type': 'text/html' }],
	['larger than is fetched', 200, { 'content-length': String(26 * 1024 * 1024) }],
	['larger than is fetched, and does not say so', 200, { 'content-disposition': 'attachment' }],
])('a download that is %s lets its connection go', async (_name, status, headers) => {
	let open = 0;
	const server = createServer((_request, response) => {
		response.writeHead(status, headers);
		// An answer that goes on for as long as somebody takes it.
		const piece = Buffer.alloc(1024 * 1024);
		const write = (): void => {
			while (!response.destroyed && response.write(piece));
		};
		response.on('drain', write);
		write();
	});
	server.on('connection', (socket) => {
		open++;
		socket.on('close', () => open--);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`;
		const parameters = { fileUrl: `${baseUrl}/files/1/download` };
		const fetching = actionAt({ apiKey: 'key', baseUrl })('attachment', 'download', parameters);
		await expect(fetching).rejects.toThrow(/^(Could not get the file|The file is larger)/);
		await until('the end of the connection', () => open === 0 || undefined, 10_000);
	} finally {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
});
